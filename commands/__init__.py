"""One module per noun, one function per fact: what web, command line, import and inbox all call.

Every command takes an open unit of work and leaves the commit to its caller, so that one fact or a
whole register can be one transaction.
"""
