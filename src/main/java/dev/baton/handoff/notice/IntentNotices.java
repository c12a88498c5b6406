package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are told of a lead's high intent: its owner, or marketing where it doesn't fit. */
@Component
public class IntentNotices {
  private final Outbox outbox;
  private final HandoffNotices notices;
  private final LeadBriefings briefings;
  private final SignalTypes types;
  private final People people;

  IntentNotices(
      Outbox outbox,
      HandoffNotices notices,
      LeadBriefings briefings,
      SignalTypes types,
      People people) {
    this.outbox = outbox;
    this.notices = notices;
    this.briefings = briefings;
    this.types = types;
    this.people = people;
  }

  /**
   * A lead that somebody works shows high intent: once a kind of it and day of whoever reads it.
   * What asks for sales comes at once, like a hand-raiser's assignment (rule R11).
   */
  public void tell(
      Handoff handoff, Signal signal, HighIntent.Found found, @Nullable Instant dueAt) {
    Text headline = Text.of("intent", Map.of("what", found.reason()));
    String owner = handoff.owner();
    List<@Nullable String> readers =
        owner == null ? notices.managersOf(handoff.team()) : List.of(owner);
    for (String reader : readers) {
      outbox.tell(
          new Notice(
              key(signal, found, reader),
              NoticeKind.INTENT,
              handoff.leadId(),
              handoff.id(),
              reader,
              wording ->
                  new NoticeContent.Written(
                      "%s: %s".formatted(wording.say(headline), briefings.who(handoff.leadId())),
                      briefings.onIntent(handoff, headline, dueAt, signal.type(), wording)),
              found.handRaise() && owner != null));
    }
  }

  /** The same of a customer who was never handed to anybody here. */
  public void tellManagers(Signal signal, HighIntent.Found found) {
    Text headline = Text.of("intent", Map.of("what", found.reason()));
    for (String reader : notices.managersOf(null)) {
      outbox.tell(
          new Notice(
              key(signal, found, reader),
              NoticeKind.INTENT,
              signal.leadId(),
              null,
              reader,
              wording ->
                  new NoticeContent.Written(
                      "%s: %s".formatted(wording.say(headline), briefings.who(signal.leadId())),
                      briefings.ofLead(signal.leadId(), headline, wording))));
    }
  }

  private String key(Signal signal, HighIntent.Found found, @Nullable String reader) {
    return "intent:%s:%s:%s:%s"
        .formatted(signal.leadId(), found.kind(), day(signal.recordedAt(), reader), reader);
  }

  private LocalDate day(Instant at, @Nullable String reader) {
    ZoneId zone =
        Optional.ofNullable(reader).flatMap(people::find).map(Person::zone).orElse(ZoneOffset.UTC);
    return at.atZone(zone).toLocalDate();
  }

  /** A signal's id is its sender's alone; the instant tells it from another sender's. */
  private static String key(String kind, Signal signal, String reader) {
    return "%s:%s:%s:%d:%s"
        .formatted(
            kind,
            signal.leadId(),
            UUID.nameUUIDFromBytes(signal.id().getBytes(StandardCharsets.UTF_8)),
            signal.recordedAt().toEpochMilli(),
            reader);
  }

  /** A raised hand that the fit doesn't bear out: marketing is told instead of sales (rule R5). */
  public void declined(Signal signal, String reason) {
    Text headline =
        Text.of("intent_unfit", Map.of("what", types.label(signal.type()).orElse(signal.type())));
    for (Person person : people.withRole(Role.MARKETING)) {
      outbox.tell(
          new Notice(
              key("declined", signal, person.id()),
              NoticeKind.INTENT,
              signal.leadId(),
              null,
              person.id(),
              wording ->
                  new NoticeContent.Written(
                      wording.say(headline),
                      briefings.ofLead(signal.leadId(), Text.literal(reason), wording))));
    }
  }
}
