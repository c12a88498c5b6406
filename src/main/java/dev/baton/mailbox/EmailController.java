package dev.baton.mailbox;

import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/handoffs/{id}/emails}: mails between reps and the lead. */
@RestController
@RequestMapping("/api/handoffs/{id}/emails")
class EmailController {
  private final HandoffCommands handoffs;
  private final EmailCommands commands;
  private final EmailQueries queries;
  private final People people;

  EmailController(
      HandoffCommands handoffs, EmailCommands commands, EmailQueries queries, People people) {
    this.handoffs = handoffs;
    this.commands = commands;
    this.queries = queries;
    this.people = people;
  }

  /** Whose handoff it is comes before what is written. */
  @ModelAttribute
  void visible(@PathVariable String id, Principal by) {
    find(id, by);
  }

  @Operation(
      summary = "Write to the lead: the mail goes out through the company's server",
      description =
          "When it is sent it is logged as a touch; an answer to it is logged as a contact")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Email write(@PathVariable String id, @RequestBody Map<String, Object> email, Principal by) {
    return commands.write(id, email, by.getName());
  }

  @Operation(summary = "What was written to and by the lead, and where copies of mails go")
  @GetMapping
  EmailPage emails(@PathVariable String id, Principal reader) {
    Handoff handoff = find(id, reader);
    return queries.of(handoff.leadId(), handoff, people.find(reader.getName()).orElseThrow());
  }

  private Handoff find(String id, Principal by) {
    return handoffs
        .find(id, by.getName())
        .orElseThrow(() -> ApiProblem.notFound("There is no handoff %s for you".formatted(id)));
  }
}
