package dev.baton.routing;

import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A team of reps and the leads that come to it, one after the other, in a scenario. */
class AssignmentTestBed {
  static final String TEAM = "emea";

  private final HandoffScenario scenario;
  private final Map<String, Integer> open = new java.util.HashMap<>();

  AssignmentTestBed(HandoffScenario scenario) {
    this.scenario = scenario;
  }

  void hire(String... reps) {
    for (String rep : reps) {
      hire(rep, UnaryOperator.identity());
    }
  }

  void hire(String rep, UnaryOperator<RoutingTerms> terms) {
    hire(rep, ZoneOffset.UTC, terms);
  }

  void hire(String rep, ZoneId zone, UnaryOperator<RoutingTerms> terms) {
    save(
        new Person(rep, rep, rep + "@x", Role.SALES, TEAM, zone, true)
            .with(terms.apply(RoutingTerms.USUAL)));
  }

  void leaves(String rep) {
    Person person = people().find(rep).orElseThrow();
    save(
        new Person(rep, rep, person.email(), Role.SALES, TEAM, person.zone(), false)
            .with(person.terms()));
  }

  private void save(Person person) {
    transaction().executeWithoutResult(status -> people().save(person));
  }

  void isAway(String rep, Instant from, Instant to) {
    String id = UUID.randomUUID().toString();
    scenario.bean(Absences.class).add(new Absence(id, rep, from, to, null, "mona", from, null));
  }

  void hasOpen(String rep, int handoffs) {
    open.put(rep, handoffs);
  }

  People people() {
    return scenario.bean(People.class);
  }

  String take() {
    return take(scenario.now()).owner();
  }

  List<String> take(int leads) {
    return Stream.generate(this::take).limit(leads).toList();
  }

  LedgerEntry take(Instant at) {
    return take(RoutingPreference.turn("pool", TEAM), at);
  }

  LedgerEntry take(RoutingPreference preference) {
    return take(preference, scenario.now());
  }

  LedgerEntry take(RoutingPreference preference, Instant at) {
    return take(call(preference), at);
  }

  LedgerEntry take(RoutingRequest request, Instant at) {
    return transaction().execute(status -> scenario.bean(FairAssignment.class).take(request, at));
  }

  RoutingRequest call(RoutingPreference preference) {
    return new RoutingRequest(
        UUID.randomUUID().toString(), preference, Set.of(), Set.of(), reps -> open);
  }

  /** The ledger's lines, oldest first. */
  List<LedgerEntry> ledger() {
    AssignmentLedger ledger = scenario.bean(AssignmentLedger.class);
    return scenario
        .db()
        .sql("select handoff_id from routing_entry order by id")
        .query(String.class)
        .list()
        .stream()
        .distinct()
        .flatMap(handoff -> ledger.of(handoff).stream())
        .toList();
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(scenario.bean(PlatformTransactionManager.class));
  }

  static long spread(Collection<String> taken, String... reps) {
    var shares = Stream.of(reps).mapToLong(rep -> share(taken, rep)).summaryStatistics();
    return shares.getMax() - shares.getMin();
  }

  static long share(Collection<String> taken, String rep) {
    return counts(taken).getOrDefault(rep, 0L);
  }

  static Map<String, Long> counts(Collection<String> taken) {
    return taken.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
