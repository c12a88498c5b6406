package dev.baton.change.load;

import dev.baton.change.backtest.ReplayedMql;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.handoff.record.HandoffState;
import dev.baton.lead.Channel;
import dev.baton.people.Availability;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.SkipReason;
import dev.baton.score.LeadSegment;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.SlaTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as they come to teams: which team, who is there, and what each clock is promised. */
@Component
class ArrivingLeads {
  private final People people;
  private final Availability availability;
  private final Calendars calendars;

  ArrivingLeads(People people, Availability availability, Calendars calendars) {
    this.people = people;
    this.availability = availability;
    this.calendars = calendars;
  }

  /** In the order of MQLs, by what these tables say of them. */
  List<Arrival> of(List<ReplayedMql> mqls, DecisionSnapshot tables) {
    Map<String, List<Person>> teams = new HashMap<>();
    Map<String, Optional<BusinessCalendar>> known = new HashMap<>();
    Function<String, Optional<BusinessCalendar>> byName =
        name -> known.computeIfAbsent(name, calendars::find);
    List<Arrival> arrivals = new ArrayList<>();
    for (ReplayedMql mql : mqls) {
      Map<String, Object> facts = facts(mql, tables);
      RoutingPreference preference = preference(facts, tables);
      List<Person> reps = teams.computeIfAbsent(preference.team(), people::activeReps);
      arrivals.add(
          new Arrival(
              mql.at(),
              preference.team(),
              preference.skill(),
              Boolean.TRUE.equals(facts.get("handRaise")),
              onDuty(reps, preference.skill(), mql.at()),
              targets(facts, tables, byName)));
    }
    return arrivals;
  }

  private static Map<String, Object> facts(ReplayedMql mql, DecisionSnapshot tables) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", mql.profile().get("country").orElse(null));
    facts.put("segment", LeadSegment.of(mql.profile(), tables));
    facts.put(
        "territory", tables.row("lead-territory", facts).optionalText("territory").orElse(null));
    facts.put("channel", mql.channel() == null ? Channel.INBOUND.word() : mql.channel());
    facts.put("handRaise", mql.causes().stream().anyMatch(type -> isHandRaiser(type, tables)));
    return facts;
  }

  private static boolean isHandRaiser(String type, DecisionSnapshot tables) {
    return tables.row("hand-raiser", Map.of("signal", type)).yes("handRaiser");
  }

  private static RoutingPreference preference(Map<String, Object> facts, DecisionSnapshot tables) {
    Map<String, Object> inputs = new HashMap<>(facts);
    List.of("dealOwner", "accountOwner", "colleagueOwner", "product", "language")
        .forEach(unknown -> inputs.put(unknown, null));
    DecisionRow row = tables.row("lead-routing", inputs);
    return RoutingPreference.of(
        row.optionalText("rule").orElse(null),
        null,
        row.optionalText("team").orElse(null),
        row.optionalText("skill").orElse(null));
  }

  /** The first question depends on who judges: a person, or the rule (rule R10). */
  private static Map<String, SlaTarget> targets(
      Map<String, Object> facts,
      DecisionSnapshot tables,
      Function<String, Optional<BusinessCalendar>> calendars) {
    DecisionRow policy = tables.row("handoff-policy", facts);
    boolean byRule =
        policy.optionalText("policy").orElse("").equals("AUTO")
            && Boolean.TRUE.equals(facts.get("handRaise"));
    boolean implicit = policy.optionalText("acceptance").orElse("").equals("implicit");
    Map<String, SlaTarget> targets = new LinkedHashMap<>();
    for (HandoffState question : HandoffState.ANSWERABLE) {
      boolean left =
          (question == HandoffState.REVIEW && (implicit || byRule))
              || (question == HandoffState.QUALIFICATION && byRule);
      if (!left) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put("clock", question.clock());
        targets.put(
            question.clock(),
            SlaTarget.of(tables.evaluate("sla-policy", inputs), question.clock(), calendars));
      }
    }
    return targets;
  }

  private List<RepOnDuty> onDuty(List<Person> reps, @Nullable String skill, Instant at) {
    Function<Person, Presence> presences = availability.presences(reps, at);
    return reps.stream()
        .map(
            rep -> {
              Presence presence = presences.apply(rep);
              return new RepOnDuty(
                  rep.id(),
                  rep.terms().weight(),
                  rep.zone(),
                  presence.isOnShift(),
                  skill != null && rep.terms().skills().contains(skill),
                  rep.terms().dailyCap(),
                  rep.terms().openCap(),
                  SkipReason.of(presence).orElse(null));
            })
        .toList();
  }
}
