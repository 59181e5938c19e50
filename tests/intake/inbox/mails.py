"""A few mails as they lie in an inbox."""


def mail(subject: str) -> bytes:
    return f"From: a@example.org\r\nSubject: {subject}\r\n\r\n{subject}, blåbær\r\n".encode()


FIRST, SECOND, THIRD = mail("Svar"), mail("Spørsmål"), mail("Retur")
