package dev.baton.alert.message;

/**
 * Calendar entry that a mail carries, which mailboxes show with buttons (iMIP, RFC 6047).
 *
 * @param method {@code REQUEST} for a meeting that is new or moved, {@code CANCEL} for one that is
 *     off
 * @param text the whole iCalendar object
 */
public record MailCalendar(String method, String text) {}
