package dev.baton.mailbox;

/** Subject and plain text of a mail; nothing else of it is kept. */
public record EmailContent(String subject, String text) {}
