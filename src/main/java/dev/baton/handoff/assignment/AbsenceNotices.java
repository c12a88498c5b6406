package dev.baton.handoff.assignment;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.assignment.HandedOverLead.News;
import dev.baton.handoff.assignment.HandedOverLeads.Untold;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.notice.QuestionTexts;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notices of an absence: all leads that somebody got, has back, gave back or has to find an owner
 * for, in one.
 */
@Component
class AbsenceNotices {
  private final HandedOverLeads leads;
  private final Handoffs handoffs;
  private final LeadBriefings briefings;
  private final People people;
  private final Outbox outbox;

  AbsenceNotices(
      HandedOverLeads leads,
      Handoffs handoffs,
      LeadBriefings briefings,
      People people,
      Outbox outbox) {
    this.leads = leads;
    this.handoffs = handoffs;
    this.briefings = briefings;
    this.people = people;
    this.outbox = outbox;
  }

  /** What one reader is told of one absence. */
  private record Message(News news, String absence, String person, @Nullable String reader) {}

  void tell(Instant now) {
    List<Untold> untold = leads.takeUntold(now);
    Map<String, Handoff> known =
        untold.isEmpty()
            ? Map.of()
            : handoffs.find(untold.stream().map(Untold::handoffId).distinct().toList());
    untold.stream()
        .collect(
            Collectors.groupingBy(AbsenceNotices::message, LinkedHashMap::new, Collectors.toList()))
        .forEach((message, rows) -> tell(message, rows, known, now));
  }

  private static Message message(Untold row) {
    News news = News.valueOf(row.untold());
    String reader = news == News.WAITS ? null : row.holder();
    return new Message(news, row.absenceId(), row.person(), reader);
  }

  private void tell(Message message, List<Untold> rows, Map<String, Handoff> all, Instant now) {
    List<Text> lines =
        rows.stream()
            .flatMap(row -> Optional.ofNullable(all.get(row.handoffId())).stream())
            .map(
                lead ->
                    Text.of(
                        "absence_lead",
                        Map.of(
                            "lead",
                            briefings.who(lead.leadId()),
                            "task",
                            QuestionTexts.task(lead.state()))))
            .toList();
    String person = message.person();
    Text name = name(person);
    Text many = Text.count(rows.size(), "one_lead", "leads");
    String holder = message.reader();
    switch (message.news()) {
      case WAITS ->
          people
              .managersOf(people.find(person).map(Person::team).orElse(null))
              .forEach(
                  manager ->
                      send(
                          message,
                          NoticeKind.FAILURE,
                          manager.id(),
                          Text.of("absence_waits", Map.of("person", name, "leads", many)),
                          person,
                          lines,
                          now));
      case GIVEN ->
          send(
              message,
              NoticeKind.STAND_IN,
              holder,
              Text.of("absence_given", Map.of("person", name, "leads", many)),
              holder,
              lines,
              now);
      case BACK -> {
        send(
            message,
            NoticeKind.STAND_IN,
            person,
            Text.of("absence_back", Map.of("person", name(holder), "leads", many)),
            person,
            lines,
            now);
        if (holder != null) {
          send(
              message,
              NoticeKind.STAND_IN,
              holder,
              Text.of("absence_ended", Map.of("person", name, "leads", many)),
              holder,
              lines,
              now);
        }
      }
      case KEPT ->
          send(
              message,
              NoticeKind.STAND_IN,
              person,
              Text.of("absence_kept", Map.of("person", name(holder), "leads", many)),
              holder,
              lines,
              now);
    }
  }

  private void send(
      Message message,
      NoticeKind kind,
      @Nullable String reader,
      Text subject,
      @Nullable String owner,
      List<Text> lines,
      Instant now) {
    String path = owner == null ? "/leads" : "/leads?owner=" + owner;
    outbox.tell(
        Notice.note(
            "absence:%s:%s:%s:%s:%d"
                .formatted(
                    message.absence(),
                    message.news(),
                    message.reader(),
                    reader,
                    now.toEpochMilli()),
            kind,
            reader,
            NoticeContent.of(subject, path, lines)));
  }

  private Text name(@Nullable String id) {
    return id == null
        ? Text.of("the_queue")
        : Text.literal(people.find(id).map(Person::name).orElse(id));
  }
}
