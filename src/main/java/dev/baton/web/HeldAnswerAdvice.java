package dev.baton.web;

import dev.baton.handoff.held.HeldAnswer;
import dev.baton.handoff.held.HeldAnswers;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the reader of a page has just answered, and can take back above any page (rule R27). */
@ControllerAdvice(annotations = StaffPage.class)
public class HeldAnswerAdvice {
  private final HeldAnswers held;
  private final Handoffs handoffs;
  private final LeadNames leads;

  HeldAnswerAdvice(HeldAnswers held, Handoffs handoffs, LeadNames leads) {
    this.held = held;
    this.handoffs = handoffs;
    this.leads = leads;
  }

  /**
   * The answers that are held, the last one first.
   *
   * @param names of the leads, by handoff
   */
  public record Held(List<HeldAnswer> all, Map<String, String> names) {

    /** Whether this handoff's question has been answered, and the answer isn't recorded yet. */
    public boolean has(String handoffId) {
      return all.stream()
          .anyMatch(said -> said.handoffId().equals(handoffId) && said.refused() == null);
    }
  }

  @ModelAttribute("held")
  Held held(@ModelAttribute("user") CurrentUser user) {
    List<HeldAnswer> said = user.readsLeads() ? held.of(user.id()) : List.of();
    if (said.isEmpty()) {
      return new Held(said, Map.of());
    }
    Map<String, Handoff> about = handoffs.find(said.stream().map(HeldAnswer::handoffId).toList());
    Map<String, String> called =
        leads.of(about.values().stream().map(Handoff::leadId).distinct().toList());
    Map<String, String> names = new HashMap<>();
    about.forEach((id, handoff) -> names.put(id, called.getOrDefault(handoff.leadId(), "")));
    return new Held(said, names);
  }
}
