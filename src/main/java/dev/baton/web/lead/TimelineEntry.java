package dev.baton.web.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param what
 *     signal·scored·stage·handoff·deadline·alert·touch·outcome·merge·account·enriched·meeting·nurture·whatsapp
 * @param by who did it: a user id, or {@code rule}; null where nobody did
 */
public record TimelineEntry(Instant at, String what, @Nullable String by, String detail) {}
