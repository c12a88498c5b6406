package dev.baton.web.lead;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.QuestionForms;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.lifecycle.Pausing;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.AnswerForm;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.People;
import dev.baton.score.Contribution;
import dev.baton.stage.Stage;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.lead.LeadPage.Ask;
import dev.baton.web.lead.LeadPage.Day;
import dev.baton.web.lead.LeadPage.Why;
import dev.baton.web.lead.LeadView.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Assembler of the page of one lead for one viewer. */
@Component
class LeadPageAssembler {
  private static final List<String> PROFILE =
      List.of(
          "phone",
          "companySize",
          "industry",
          "country",
          "techStack",
          "consent.email",
          "consent.phone",
          "consent.whatsapp");

  private final LeadQueries queries;
  private final Leads leads;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Pauses pauses;
  private final Pausing pausing;
  private final Opportunities opportunities;
  private final LeadBriefings briefings;
  private final People people;
  private final QuestionForms questions;
  private final Labels words;

  LeadPageAssembler(
      LeadQueries queries,
      Leads leads,
      Handoffs handoffs,
      Deadlines deadlines,
      Pauses pauses,
      Pausing pausing,
      Opportunities opportunities,
      LeadBriefings briefings,
      People people,
      QuestionForms questions,
      Labels words) {
    this.queries = queries;
    this.leads = leads;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.pausing = pausing;
    this.opportunities = opportunities;
    this.briefings = briefings;
    this.people = people;
    this.questions = questions;
    this.words = words;
  }

  /** The page, if this reader may see the lead. */
  Optional<LeadPage> find(String leadId, CurrentUser user) {
    DisplayNames names = DisplayNames.ofAll(people);
    return queries
        .lead(leadId, user.id(), new TextFormat(user.clock(), names, words))
        .map(lead -> page(lead, user, names));
  }

  private LeadPage page(LeadView lead, CurrentUser user, DisplayNames names) {
    List<Handoff> all = new ArrayList<>(handoffs.ofLead(lead.id()));
    Collections.reverse(all);
    Map<String, List<Deadline>> clocks = deadlines.of(all.stream().map(Handoff::id).toList());
    List<LeadPage.Episode> episodes =
        all.stream()
            .map(
                handoff ->
                    new LeadPage.Episode(
                        handoff,
                        names.of(handoff.owner()),
                        clocks.getOrDefault(handoff.id(), List.of()).stream()
                            .map(clock -> DeadlineRow.of(clock, user.clock(), names, words))
                            .toList()))
            .toList();
    LeadPage.Episode latest = episodes.isEmpty() ? null : episodes.get(0);
    return new LeadPage(
        lead,
        profile(lead.id(), user),
        briefing(lead, latest),
        why(lead),
        latest == null ? null : ask(lead, latest, user),
        latest == null ? null : opportunities.of(latest.handoff().id()).orElse(null),
        lead.handoff() == null ? null : lead.handoff().qualification(),
        lead.handoff() == null ? null : lead.handoff().attempts(),
        episodes,
        days(lead.timeline(), user.clock(), names));
  }

  private Map<String, String> profile(String leadId, CurrentUser user) {
    Profile known = Profile.of(leads.profileLog(leadId), user.clock().now());
    Map<String, String> shown = new LinkedHashMap<>();
    PROFILE.forEach(
        field ->
            known.get(field).ifPresent(value -> shown.put(words.field(field), text(field, value))));
    return shown;
  }

  private static String text(String field, String value) {
    if (field.startsWith("consent.")) {
      return value.equals("true") ? "yes" : "no";
    }
    return field.equals("companySize") ? value + " people" : value;
  }

  private LeadBriefing briefing(LeadView lead, LeadPage.Episode latest) {
    return latest == null
        ? briefings.ofLead(lead.id(), "")
        : briefings.of(latest.handoff(), "", null);
  }

  private Why why(LeadView lead) {
    List<Contribution> reasons =
        lead.score().contributions().stream()
            .sorted(Comparator.comparingInt(Contribution::points).reversed())
            .toList();
    int strongest = reasons.stream().mapToInt(c -> Math.abs(c.points())).max().orElse(0);
    Map<Boolean, List<String>> missing =
        lead.score().missing().stream().collect(Collectors.partitioningBy(words::isField));
    return new Why(
        reasons,
        strongest,
        missing.get(true).stream().map(words::field).toList(),
        missing.get(false).stream().map(words::act).toList());
  }

  private Ask ask(LeadView lead, LeadPage.Episode latest, CurrentUser user) {
    Handoff handoff = latest.handoff();
    if (handoff.isClosed() || !HandoffPermissions.mayAnswer(user.person(), handoff)) {
      return null;
    }
    boolean dealRuns =
        handoff.state() == HandoffState.OPPORTUNITY
            && lead.stage().equals(Stage.OPPORTUNITY.name());
    String name = words.clock(handoff.state().clock());
    Optional<Deadline> running = dealRuns ? Optional.empty() : running(handoff);
    Instant now = user.clock().now();
    return new Ask(
        handoff.id(),
        dealRuns ? "deal" : handoff.state().clock(),
        questions.framework(handoff),
        forms(handoff, dealRuns, running, user),
        latest.clocks().stream()
            .filter(clock -> clock.isRunning() && clock.name().equals(name))
            .findFirst()
            .orElse(null),
        user.isRep() && !user.id().equals(handoff.owner()),
        latest.owner(),
        running.flatMap(clock -> pauses.running(clock, now)).orElse(null));
  }

  private Map<String, AnswerForm> forms(
      Handoff handoff, boolean dealRuns, Optional<Deadline> running, CurrentUser user) {
    Map<String, AnswerForm> forms =
        new HashMap<>(
            dealRuns
                ? questions.ofDeal(handoff, opportunities.of(handoff.id()).orElseThrow())
                : questions.of(handoff, user.oversees()));
    Instant now = user.clock().now();
    if (running.filter(clock -> pausing.isPausable(handoff, clock, now)).isPresent()) {
      forms.put("pause", questions.pause());
    }
    return forms;
  }

  private Optional<Deadline> running(Handoff handoff) {
    return deadlines.of(handoff.id()).stream()
        .filter(clock -> clock.clock().equals(handoff.state().clock()))
        .filter(clock -> clock.stoppedAt() == null)
        .findFirst();
  }

  private static List<Day> days(
      List<TimelineEntry> timeline, ViewerClock viewerClock, DisplayNames names) {
    Map<String, List<TimelineEntry>> days = new LinkedHashMap<>();
    timeline.forEach(
        h ->
            days.computeIfAbsent(viewerClock.day(h.at()), day -> new ArrayList<>())
                .add(new TimelineEntry(h.at(), h.what(), names.of(h.by()), h.detail())));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }
}
