package dev.baton.web.lead.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.people.SavedViews;
import dev.baton.sql.JsonColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The views that somebody keeps of the list of leads, each being its query. */
@Component
class LeadListViews {
  private static final TypeReference<TreeMap<String, String>> QUERY = new TypeReference<>() {};

  private final SavedViews views;
  private final ObjectMapper json;

  LeadListViews(SavedViews views, ObjectMapper json) {
    this.views = views;
    this.json = json;
  }

  /**
   * A view.
   *
   * @param query parameters of {@code GET /api/leads}
   */
  record LeadListView(long id, String name, Map<String, String> query) {

    /** Where it is seen. */
    @JsonProperty
    public String url() {
      UriComponentsBuilder link = UriComponentsBuilder.fromPath("/leads");
      query.keySet().forEach(parameter -> link.queryParam(parameter, "{" + parameter + "}"));
      return link.encode().buildAndExpand(query).toUriString();
    }
  }

  /** A person's own, by name. */
  List<LeadListView> of(String person) {
    return views.of(person).stream()
        .map(
            view ->
                new LeadListView(
                    view.id(), view.name(), JsonColumn.read(json, view.query(), QUERY)))
        .toList();
  }

  /** One of the same name is replaced. */
  LeadListView save(String person, String name, String query) {
    views.save(person, name, query);
    return of(person).stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
  }

  /** False when this person has none of this id. */
  boolean remove(String person, long id) {
    return views.remove(person, id);
  }

  String write(Map<String, String> query) {
    return JsonColumn.write(json, query);
  }
}
