package dev.baton.review.minutes;

import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Answer schema of a handoff review: what is said in it and what became of its decisions. */
@Component
public final class ReviewSchema implements AnswerForms {

  /**
   * Tasklist has so many rows for decisions, {@code what1} and so on; a page has as many as one
   * likes.
   */
  static final int ROWS = 3;

  static final AnswerField SUMMARY =
      of(ReviewMinutes.SUMMARY, Type.NOTE, "What was said")
          .hint("notes to each question, and more decisions, are taken on the page above");
  static final AnswerField WHAT = of("what", Type.TEXT, "What is to be done").atMost(1000);
  static final AnswerField OWNER = of("owner", Type.TEXT, "Who does it (user id)").atMost(64);
  static final AnswerField DUE_ON = of("dueOn", Type.DAY, "By which day");

  static final AnswerField RESULT =
      of("result", Type.DECISION, "What became of it?")
          .offers("done", "Done", "dropped", "Dropped: we won’t do it")
          .must("say what became of it");

  public static final AnswerForm HOLD =
      new AnswerForm(
              "hold-review", null, "[Agenda, figures and earlier decisions](/reviews/{{reviewId}})")
          .ask(SUMMARY)
          .ask(
              IntStream.rangeClosed(1, ROWS)
                  .boxed()
                  .flatMap(
                      row ->
                          List.of(
                              row(WHAT, row).says("Decision %d: what is to be done".formatted(row)),
                              row(OWNER, row),
                              row(DUE_ON, row))
                              .stream())
                  .toList());

  public static final AnswerForm CLOSE =
      new AnswerForm(
              "carry-out-decision",
              "/api/review-decisions/{id}/close",
              "[What was decided](/reviews/{{reviewId}})")
          .ask(
              RESULT,
              of("note", Type.NOTE, "What came of it, or why not?")
                  .hint("the next review reads it")
                  .must(When.of("result", "dropped"), "say why it is not done"));

  @Override
  public List<AnswerForm> all() {
    return List.of(HOLD, CLOSE);
  }

  private static AnswerField row(AnswerField field, int row) {
    return field.named(field.name() + row);
  }
}
