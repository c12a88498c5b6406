package dev.baton.know.account;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.score.LeadSegment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buying group of a company: the roles of the table {@code buying-group}, and who has them. */
final class BuyingGroups {
  private static final String OTHER = "other";
  private static final Comparator<AccountPerson> STRONGEST =
      Comparator.comparingInt((AccountPerson person) -> person.score().total())
          .reversed()
          .thenComparing(AccountPerson::leadId);

  private BuyingGroups() {}

  /** A role has the one with the highest score of those whose titles say so. */
  static BuyingGroup of(List<AccountPerson> people, DecisionSnapshot tables) {
    String segment = segment(people, tables);
    List<BuyingGroup.Member> members =
        tables.rows("buying-group", Map.of("segment", segment)).stream()
            .map(row -> member(row.text("role"), row.text("label"), people))
            .toList();
    int filled = (int) members.stream().filter(member -> member.leadId() != null).count();
    return new BuyingGroup(segment, members.size(), filled, members);
  }

  private static BuyingGroup.Member member(String role, String label, List<AccountPerson> people) {
    Optional<AccountPerson> strongest =
        people.stream().filter(person -> person.role().equals(role)).min(STRONGEST);
    return new BuyingGroup.Member(
        role,
        label,
        strongest.map(AccountPerson::leadId).orElse(null),
        strongest.flatMap(person -> person.profile().name()).orElse(null));
  }

  /**
   * What the first of its people tells who tells anything, the one with the highest score first.
   */
  private static String segment(List<AccountPerson> people, DecisionSnapshot tables) {
    return people.stream()
        .sorted(STRONGEST)
        .map(person -> LeadSegment.of(person.profile(), tables))
        .filter(segment -> segment != null && !segment.equals(OTHER))
        .findFirst()
        .orElse(OTHER);
  }
}
