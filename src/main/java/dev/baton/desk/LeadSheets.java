package dev.baton.desk;

import dev.baton.alert.Pack;
import dev.baton.desk.LeadSheet.Ask;
import dev.baton.desk.LeadSheet.Day;
import dev.baton.desk.LeadSheet.Why;
import dev.baton.desk.LeadView.Happening;
import dev.baton.handoff.Deadline;
import dev.baton.handoff.Deadlines;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.Opportunities;
import dev.baton.handoff.Packs;
import dev.baton.handoff.Pauses;
import dev.baton.handoff.Pausing;
import dev.baton.handoff.QuestionForms;
import dev.baton.handoff.State;
import dev.baton.handoff.Visibility;
import dev.baton.input.AnswerForm;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.People;
import dev.baton.score.Contribution;
import dev.baton.stage.Stage;
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

/** Composes the page of one lead for one reader. */
@Component
class LeadSheets {
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

  private final LeadDesk desk;
  private final Leads leads;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Pauses pauses;
  private final Pausing pausing;
  private final Opportunities opportunities;
  private final Packs packs;
  private final People people;
  private final QuestionForms questions;
  private final Vocabulary words;

  LeadSheets(
      LeadDesk desk,
      Leads leads,
      Handoffs handoffs,
      Deadlines deadlines,
      Pauses pauses,
      Pausing pausing,
      Opportunities opportunities,
      Packs packs,
      People people,
      QuestionForms questions,
      Vocabulary words) {
    this.desk = desk;
    this.leads = leads;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.pausing = pausing;
    this.opportunities = opportunities;
    this.packs = packs;
    this.people = people;
    this.questions = questions;
    this.words = words;
  }

  /** The page, if this reader may see the lead. */
  Optional<LeadSheet> find(String leadId, Reader reader) {
    Names names = Names.of(people);
    return desk.lead(leadId, reader.id(), new Sentences(reader.watch(), names, words))
        .map(lead -> sheet(lead, reader, names));
  }

  private LeadSheet sheet(LeadView lead, Reader reader, Names names) {
    List<Handoff> all = new ArrayList<>(handoffs.ofLead(lead.id()));
    Collections.reverse(all);
    Map<String, List<Deadline>> clocks = deadlines.of(all.stream().map(Handoff::id).toList());
    List<LeadSheet.Episode> episodes =
        all.stream()
            .map(
                handoff ->
                    new LeadSheet.Episode(
                        handoff,
                        names.of(handoff.owner()),
                        clocks.getOrDefault(handoff.id(), List.of()).stream()
                            .map(clock -> ClockLine.of(clock, reader.watch(), names, words))
                            .toList()))
            .toList();
    LeadSheet.Episode latest = episodes.isEmpty() ? null : episodes.get(0);
    return new LeadSheet(
        lead,
        profile(lead.id(), reader),
        pack(lead, latest),
        why(lead),
        latest == null ? null : ask(lead, latest, reader),
        latest == null ? null : opportunities.of(latest.handoff().id()).orElse(null),
        lead.handoff() == null ? null : lead.handoff().qualification(),
        lead.handoff() == null ? null : lead.handoff().attempts(),
        episodes,
        days(lead.timeline(), reader.watch(), names));
  }

  private Map<String, String> profile(String leadId, Reader reader) {
    Profile known = Profile.of(leads.profileLog(leadId), reader.watch().now());
    Map<String, String> shown = new LinkedHashMap<>();
    PROFILE.forEach(
        field ->
            known.get(field).ifPresent(value -> shown.put(words.field(field), said(field, value))));
    return shown;
  }

  private static String said(String field, String value) {
    if (field.startsWith("consent.")) {
      return value.equals("true") ? "yes" : "no";
    }
    return field.equals("companySize") ? value + " people" : value;
  }

  private Pack pack(LeadView lead, LeadSheet.Episode latest) {
    return latest == null ? packs.ofLead(lead.id(), "") : packs.of(latest.handoff(), "", null);
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

  private Ask ask(LeadView lead, LeadSheet.Episode latest, Reader reader) {
    Handoff handoff = latest.handoff();
    if (handoff.isClosed() || !Visibility.mayAnswer(reader.person(), handoff)) {
      return null;
    }
    boolean dealRuns =
        handoff.state() == State.OPPORTUNITY && lead.stage().equals(Stage.OPPORTUNITY.name());
    String name = words.clock(handoff.state().clock());
    Optional<Deadline> running = dealRuns ? Optional.empty() : running(handoff);
    Instant now = reader.watch().now();
    return new Ask(
        handoff.id(),
        dealRuns ? "deal" : handoff.state().clock(),
        questions.framework(handoff),
        forms(handoff, dealRuns, running, reader),
        latest.clocks().stream()
            .filter(clock -> clock.isRunning() && clock.name().equals(name))
            .findFirst()
            .orElse(null),
        reader.isRep() && !reader.id().equals(handoff.owner()),
        latest.owner(),
        running.flatMap(clock -> pauses.running(clock, now)).orElse(null));
  }

  private Map<String, AnswerForm> forms(
      Handoff handoff, boolean dealRuns, Optional<Deadline> running, Reader reader) {
    Map<String, AnswerForm> forms =
        new HashMap<>(
            dealRuns
                ? questions.ofDeal(handoff, opportunities.of(handoff.id()).orElseThrow())
                : questions.of(handoff, reader.oversees()));
    Instant now = reader.watch().now();
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

  private static List<Day> days(List<Happening> timeline, Watch watch, Names names) {
    Map<String, List<Happening>> days = new LinkedHashMap<>();
    timeline.forEach(
        h ->
            days.computeIfAbsent(watch.day(h.at()), day -> new ArrayList<>())
                .add(new Happening(h.at(), h.what(), names.of(h.by()), h.detail())));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }
}
