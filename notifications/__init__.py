"""Mail that leaves the house: one folder per e-mail, the ledger, the transports."""
