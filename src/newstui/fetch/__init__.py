"""The network, and nothing but the network: no feed is parsed here."""
