"""Reading the mailbox that answers and bounces come to."""
