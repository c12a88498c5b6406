package dev.baton.privacy;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Hashes of the audit: one of what an entry says, one that binds it to the entry before. */
final class AuditSeal {
  private AuditSeal() {}

  /** Of what may name a person; with a salt, so that nobody guesses what was erased. */
  static String values(String salt, AuditEntry entry) {
    return hash(salt, entry.before(), entry.after(), entry.from());
  }

  /** Of ids, codes and the hash of the values, after the entry before. */
  static String link(String previous, long id, AuditEntry entry, String values) {
    return hash(
        previous,
        String.valueOf(id),
        entry.at().truncatedTo(ChronoUnit.MICROS).toString(),
        entry.by(),
        entry.what(),
        entry.on(),
        values);
  }

  /** Each part with its length, so that none runs into the next. */
  private static String hash(@Nullable String... parts) {
    String text =
        Arrays.stream(parts)
            .map(part -> part == null ? "-" : part.length() + ":" + part)
            .collect(Collectors.joining("|"));
    return DigestUtils.sha256Hex(text);
  }

  /** Whether an erasure has taken words out of it. */
  static boolean isErased(AuditEntry entry) {
    return Stream.of(entry.before(), entry.after())
        .filter(Objects::nonNull)
        .anyMatch(text -> text.contains(PersonalMentions.REPLACEMENT));
  }
}
