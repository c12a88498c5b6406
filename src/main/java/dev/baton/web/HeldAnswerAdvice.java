package dev.baton.web;

import dev.baton.handoff.held.HeldAnswer;
import dev.baton.handoff.held.HeldAnswers;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the reader of a page has just answered, and can take back above any page (rule R27). */
@ControllerAdvice(annotations = StaffPage.class)
public class HeldAnswerAdvice {
  private final HeldAnswers held;

  HeldAnswerAdvice(HeldAnswers held) {
    this.held = held;
  }

  /** The answers that are held. */
  public record Held(List<HeldAnswer> all) {
    public boolean isEmpty() {
      return all.isEmpty();
    }

    /** Whether this handoff's question has been answered, and the answer isn't recorded yet. */
    public boolean has(String handoffId) {
      return all.stream()
          .anyMatch(said -> said.handoffId().equals(handoffId) && said.refused() == null);
    }
  }

  @ModelAttribute("held")
  Held held(@ModelAttribute("user") CurrentUser user) {
    return new Held(user.readsLeads() ? held.of(user.id()) : List.of());
  }
}
