package dev.baton.web.lead.search;

import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import dev.baton.insight.ReportParameters;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.stage.Stage;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reader of what leads are looked for by: parameters of the call, and of a saved view. */
@Component
class LeadParameters {
  static final List<String> KNOWN =
      List.of(
          "q",
          "email",
          "externalId",
          "visitorId",
          "stage",
          "owner",
          "source",
          "campaign",
          "minScore",
          "sort",
          "createdFrom",
          "createdTo",
          "signalFrom",
          "signalTo");

  static final List<String> STAGES = Arrays.stream(Stage.values()).map(Stage::name).toList();

  private final LeadIdentities identities;
  private final ZoneId zone;

  LeadParameters(LeadIdentities identities, ZoneId zone) {
    this.identities = identities;
    this.zone = zone;
  }

  /** Empty where the identities that are asked for lead to nobody, or to several. */
  Optional<LeadFilter> filter(Map<String, @Nullable String> asked) {
    FieldReader fields = new FieldReader(asked);
    Integer minScore = fields.number("minScore", -1_000, 1_000);
    fields.optionalOneOf("sort", LeadOrder.WORDS);
    fields.optionalOneOf("stage", STAGES);
    fields.text("q", 200);
    LeadTimes times = times(fields);
    fields.check();
    Set<Optional<String>> found =
        Stream.of(
                details(asked.get("email"), clean -> new ContactDetails(clean, null, null, null)),
                details(
                    asked.get("externalId"), clean -> new ContactDetails(null, clean, null, null)),
                details(
                    asked.get("visitorId"), clean -> new ContactDetails(null, null, clean, null)))
            .flatMap(Optional::stream)
            .map(details -> identities.find(details).map(Lead::id))
            .collect(Collectors.toSet());
    if (found.contains(Optional.<String>empty()) || found.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new LeadFilter(
            found.stream().flatMap(Optional::stream).findFirst().orElse(null),
            LeadFilter.words(asked.get("q")),
            asked.get("stage"),
            asked.get("owner"),
            asked.get("source"),
            asked.get("campaign"),
            minScore,
            times,
            LeadOrder.of(asked.get("sort"))));
  }

  private LeadTimes times(FieldReader fields) {
    LeadTimes times =
        new LeadTimes(
            instant(fields, "createdFrom"),
            instant(fields, "createdTo"),
            instant(fields, "signalFrom"),
            instant(fields, "signalTo"));
    ends(fields, "createdTo", times.createdFrom(), times.createdTo());
    ends(fields, "signalTo", times.signalFrom(), times.signalTo());
    return times;
  }

  private static void ends(
      FieldReader fields, String field, @Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null && from.isAfter(to)) {
      fields.wrong(field, "must not be before its beginning");
    }
  }

  private @Nullable Instant instant(FieldReader fields, String field) {
    return fields.parsed(field, text -> ReportParameters.instant(text, zone));
  }

  /** A page takes what makes no sense as not said. */
  LeadTimes possibleTimes(Map<String, String> asked) {
    FieldReader fields = new FieldReader(asked);
    LeadTimes times = times(fields);
    return fields.errors().isEmpty() ? times : LeadTimes.ANY;
  }

  static void refuseUnknown(Collection<String> names, String... others) {
    List<String> known = Stream.concat(KNOWN.stream(), Stream.of(others)).toList();
    List<FieldError> unknown =
        names.stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> new FieldError(name, "no parameter of this call", known))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidInput(
          "Leads are not looked for by %s; known are %s"
              .formatted(
                  unknown.stream().map(FieldError::field).collect(Collectors.joining(", ")),
                  String.join(", ", known)),
          unknown);
    }
  }

  /** One identity; an empty one finds nobody. */
  private static Optional<ContactDetails> details(
      @Nullable String said, Function<String, ContactDetails> identity) {
    return Optional.ofNullable(said).map(TextPolicy::clean).map(identity);
  }
}
