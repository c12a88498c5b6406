package dev.baton.handoff.lifecycle;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.input.FieldReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Request of a pause whose fields are good, whatever the handoff's state. */
public record PauseRequest(String reason, Instant until, @Nullable String note) {

  /** Until an instant, or for a number of hours from now. */
  public static PauseRequest read(FieldReader fields, Instant now) {
    AnswerReader answer = AnswerReader.of(AnswerSchema.PAUSE, fields).saidAt(now);
    Integer hours = answer.number("hours");
    Instant until = hours == null ? answer.instant("until") : now.plus(Duration.ofHours(hours));
    if (until == null && !fields.isWrong("hours")) {
      fields.missing("until", "say when the clock resumes, such as 2026-11-22T09:30:00+01:00");
    }
    fields.check();
    return new PauseRequest(
        answer.requiredText(AnswerFields.REASON),
        Objects.requireNonNull(until, "until"),
        answer.text(AnswerFields.NOTE));
  }
}
