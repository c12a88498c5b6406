package dev.baton.rejection;

import java.util.Set;

/** The names of what a reply to a question that follows a no carries, the same at every door. */
final class ReplyFields {
  static final String ANSWER = "answer";
  static final String DECISION = "decision";
  static final String NOTE = "note";

  /** Whose duplicate it is. */
  static final String OF = "of";

  static final String EMAIL = "email";

  /** What a person may submit; anything else is not passed on to the process. */
  static final Set<String> SUBMITTED =
      Set.of(ANSWER, DECISION, NOTE, OF, EMAIL, "firstName", "lastName", "jobTitle", "phone");

  private ReplyFields() {}
}
