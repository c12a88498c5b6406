package dev.baton.rejection;

import java.util.Set;
import java.util.stream.Collectors;

/** Field names of a reply, the same on every channel. */
final class ReplyFields {
  static final String ANSWER = "answer";
  static final String DECISION = "decision";
  static final String NOTE = "note";

  /** Whose duplicate it is. */
  static final String OF = "of";

  static final String EMAIL = "email";

  /** What a person may submit; anything else is not passed on to the process. */
  static final Set<String> SUBMITTED =
      ReplySchema.ALL.stream()
          .flatMap(form -> form.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  private ReplyFields() {}
}
