package dev.baton.web.lead.search;

import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries of the list of leads by the parameters of its call, as whoever asks may see it. */
@Component
public class LeadListQueries {
  private static final String PAGE = "page";

  private final LeadRows rows;
  private final LeadParameters parameters;
  private final People people;

  LeadListQueries(LeadRows rows, LeadParameters parameters, People people) {
    this.rows = rows;
    this.parameters = parameters;
    this.people = people;
  }

  /** A page of them, the first by default. */
  public LeadRows.LeadRowPage page(Map<String, String> asked, String reader) {
    Optional<LeadFilter> filter = filter(asked);
    int number = number(asked.getOrDefault(PAGE, "0"));
    return filter
        .map(found -> rows.page(found, number, person(reader)))
        .orElseGet(() -> new LeadRows.LeadRowPage(List.of(), null));
  }

  /** All of them for a file. */
  List<LeadRow> all(Map<String, String> asked, String reader) {
    return filter(asked).map(filter -> rows.all(filter, person(reader))).orElse(List.of());
  }

  private Person person(String id) {
    return people.find(id).orElseThrow();
  }

  private Optional<LeadFilter> filter(Map<String, String> asked) {
    LeadParameters.refuseUnknown(asked.keySet(), PAGE);
    Map<String, @Nullable String> known = new HashMap<>(asked);
    known.remove(PAGE);
    return parameters.filter(known);
  }

  private static int number(String page) {
    if (page.matches("\\d{1,5}") || page.equals("100000")) {
      return Integer.parseInt(page);
    }
    throw InvalidInput.at(PAGE, "'%s' is not a page number from 0 on".formatted(page));
  }
}
