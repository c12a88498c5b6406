package dev.baton.web.agent;

import dev.baton.agent.draft.OutreachDraft;
import dev.baton.agent.draft.OutreachDrafts;
import dev.baton.agent.model.PolishedText;
import dev.baton.agent.model.Polisher;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.web.lead.LeadQueries;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of a first message to a lead, for whoever may see it; nothing is sent. */
@RestController
class OutreachDraftController {
  private static final String ASKER = "outreach-draft";

  private final LeadQueries leads;
  private final OutreachDrafts drafts;
  private final Polisher polisher;

  OutreachDraftController(LeadQueries leads, OutreachDrafts drafts, Polisher polisher) {
    this.leads = leads;
    this.drafts = drafts;
    this.polisher = polisher;
  }

  @Operation(summary = "A draft of a first message to a lead, by rule from its signals")
  @GetMapping("/api/leads/{id}/draft")
  OutreachDraft draft(@PathVariable String id, Principal reader) {
    return of(id, reader);
  }

  @Operation(summary = "The same draft as the language model words it, if one is set up")
  @PostMapping("/api/leads/{id}/draft/polish")
  PolishedText polish(@PathVariable String id, Principal reader) {
    OutreachDraft draft = of(id, reader);
    if (!polisher.isOn()) {
      throw new Conflict("No language model is set up");
    }
    return polisher.polish(ASKER, draft.text(), draft.reasons(), List.of());
  }

  private OutreachDraft of(String id, Principal reader) {
    if (!leads.maySee(id, reader.getName())) {
      throw ApiProblem.notFound("There is no lead %s for you".formatted(id));
    }
    return drafts.of(leads.survivor(id));
  }
}
