package dev.baton.nurture;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.input.ApiProblem;
import dev.baton.nurture.mail.MailContent;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailingFigures;
import dev.baton.nurture.mail.Placeholders;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/nurture}: the tracks, their mails and who is in them. */
@RestController
@RequestMapping("/api/nurture")
class NurtureController {
  private final NurtureQueries queries;
  private final MailCommands commands;
  private final NurtureCommands nurture;
  private final Clock clock;

  NurtureController(
      NurtureQueries queries, MailCommands commands, NurtureCommands nurture, Clock clock) {
    this.queries = queries;
    this.commands = commands;
    this.nurture = nurture;
    this.clock = clock;
  }

  /** A version of a mail; figures are of the one in force. */
  record MailView(
      String id,
      int version,
      String track,
      int place,
      @JsonUnwrapped MailContent content,
      @JsonUnwrapped(suffix = "De") @Nullable MailContent german,
      boolean active,
      @JsonUnwrapped MailEdit edit,
      @Nullable MailingFigures figures) {
    /** Who wrote a version, and when. */
    record MailEdit(String changedBy, Instant changedAt) {}

    static MailView of(MailTemplate mail, @Nullable MailingFigures figures) {
      return new MailView(
          mail.id(),
          mail.version(),
          mail.track().word(),
          mail.place(),
          mail.content(),
          mail.german(),
          mail.active(),
          new MailEdit(mail.changedBy(), mail.changedAt()),
          figures);
    }
  }

  record TrackView(String track, List<MailView> mails) {}

  record Overview(int running, List<String> placeholders, List<TrackView> tracks) {}

  record Page(List<NurturedLead> items) {}

  record Versions(MailView mail, List<MailView> versions) {}

  @Operation(summary = "The tracks, their mails in force and what became of them")
  @GetMapping
  Overview overview() {
    return new Overview(
        queries.running(),
        Placeholders.KNOWN,
        queries.tracks().stream()
            .map(
                row ->
                    new TrackView(
                        row.track().word(),
                        row.mails().stream()
                            .map(line -> MailView.of(line.mail(), line.figures()))
                            .toList()))
            .toList());
  }

  @Operation(summary = "Who is in nurture, whose next mail comes first")
  @GetMapping("/leads")
  Page leads() {
    return new Page(queries.leads());
  }

  @Operation(
      summary = "Put many leads into nurture",
      description =
          "leads: ids, at most 200; reason. Leads that are open for sales, without consent or without"
              + " an address stay, each with its why; one that stays keeps no other back")
  @PostMapping("/leads")
  NurtureCommands.Begun begin(@RequestBody Map<String, Object> fields, Principal by) {
    return nurture.begin(fields, by.getName(), clock.instant());
  }

  @Operation(summary = "A mail with all its versions")
  @GetMapping("/mails/{id}")
  Versions mail(@PathVariable String id) {
    MailHistory history =
        queries.history(id).orElseThrow(() -> ApiProblem.notFound("There is no mail " + id));
    return new Versions(
        MailView.of(history.line().mail(), history.line().figures()),
        history.versions().stream().map(mail -> MailView.of(mail, null)).toList());
  }

  @Operation(
      summary = "Change a mail or add one; it is in force at once, as a new version",
      description =
          "track, place, subject, body, action, url (https://… or {form}), active; the same in German"
              + " as subjectDe, bodyDe, actionDe, urlDe, all or none; what is not sent stays as it"
              + " is, but German goes when the English changes without it. version: the one that was read, so that nobody overwrites another")
  @PutMapping("/mails/{id}")
  Versions save(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal by) {
    commands.save(id, fields, by.getName());
    return mail(id);
  }

  @Operation(summary = "How a mail would read, with a name and without")
  @PostMapping("/mails/{id}/preview")
  MailPreview preview(@PathVariable String id, @RequestBody Map<String, Object> fields) {
    return commands.preview(id, fields);
  }
}
