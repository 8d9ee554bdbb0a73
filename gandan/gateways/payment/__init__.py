"""Paying by bank transfer: the VietQR text that banking apps read, and the signed message by which a bank says “paid”."""
