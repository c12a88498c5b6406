package dev.baton.handoff.record;

import dev.baton.engine.Decisions;
import dev.baton.input.AnswerField.Option;
import dev.baton.input.AnswerForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The agreed reasons for a no, by the question that gets it: the table {@code rejection-reasons}.
 */
@Component
public class RejectionTaxonomy {
  private final Decisions decisions;

  RejectionTaxonomy(Decisions decisions) {
    this.decisions = decisions;
  }

  /** The reasons that a question takes, in the table's order. */
  public List<RejectionReason> reasons(HandoffState question) {
    return decisions.rows("rejection-reasons", Map.of("question", question.clock())).stream()
        .map(row -> new RejectionReason(row.text("code"), row.text("label")))
        .toList();
  }

  /** A new deployment of the table is a new taxonomy; a no keeps the one it was given by. */
  public int version() {
    return decisions.version("rejection-reasons");
  }

  /** The words for a code, whichever question it answered; the code itself when it is gone. */
  public String label(String code) {
    return Stream.of(HandoffState.values())
        .filter(question -> question != HandoffState.CLOSED)
        .flatMap(question -> reasons(question).stream())
        .filter(reason -> reason.code().equals(code))
        .map(RejectionReason::label)
        .findFirst()
        .orElse(code.replace('_', ' '));
  }

  /** The form with the reasons in force for this question. */
  public AnswerForm in(AnswerForm form, HandoffState question) {
    return form.reasons(
        reasons(question).stream()
            .map(reason -> new Option(reason.code(), reason.label()))
            .toList());
  }
}
