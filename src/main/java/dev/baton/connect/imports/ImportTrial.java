package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportColumn;
import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.connect.mapping.RowParser;
import dev.baton.connect.table.TableFile;
import dev.baton.connect.table.TableFormat;
import dev.baton.connect.table.TableRow;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.identity.LeadIdentities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dry run of an import: what each row would become; nothing of it is kept. */
final class ImportTrial {
  private static final int CHUNK = 500;

  /** So many rows are told one by one; of those that are refused, so many beyond. */
  private static final int SHOWN = 200;

  private static final int REFUSED_SHOWN = 1_000;

  private final ImportPlan plan;
  private final ImportTarget target;
  private final LeadIdentities identities;
  private final RowParser parser;
  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<String> pasts = new HashSet<>();
  private final List<ParsedRow> waiting = new ArrayList<>();
  private final List<TriedRow> items = new ArrayList<>();
  private int made;
  private int joined;
  private int refused;
  private int warned;

  private ImportTrial(ImportPlan plan, ImportTarget target, LeadIdentities identities) {
    this.plan = plan;
    this.target = target;
    this.identities = identities;
    this.parser = new RowParser(plan, "trial");
  }

  /** The lead that a row is of. */
  public record TriedLead(String id, @Nullable String email) {}

  /**
   * One row.
   *
   * @param becomes new, joins or refused
   * @param joins the lead that is known, or null
   * @param joinsRow the row above that it is of, or null
   */
  public record TriedRow(
      int row,
      String becomes,
      @Nullable TriedLead joins,
      @Nullable Integer joinsRow,
      List<ImportIssue> errors,
      List<ImportIssue> warnings) {

    private TriedRow in(Locale locale) {
      return new TriedRow(row, becomes, joins, joinsRow, in(locale, errors), in(locale, warnings));
    }

    private static List<ImportIssue> in(Locale locale, List<ImportIssue> issues) {
      return issues.stream().map(issue -> issue.in(locale)).toList();
    }
  }

  /**
   * The file as a whole.
   *
   * @param items the first rows, and all others that are refused up to a thousand
   */
  public record Tried(
      String as,
      int rows,
      int made,
      int joined,
      int refused,
      int warned,
      TableFormat format,
      List<ImportColumn> columns,
      List<TriedRow> items) {

    Tried in(Locale locale) {
      List<TriedRow> said = items.stream().map(row -> row.in(locale)).toList();
      return new Tried(as, rows, made, joined, refused, warned, format, columns, said);
    }
  }

  static Tried of(
      TableFile table, ImportPlan plan, ImportTarget target, LeadIdentities identities) {
    ImportTrial trial = new ImportTrial(plan, target, identities);
    table.eachRow(trial::add);
    trial.settle();
    return trial.tried();
  }

  private Tried tried() {
    return new Tried(
        plan.kind().word(),
        made + joined + refused,
        made,
        joined,
        refused,
        warned,
        plan.format(),
        plan.columns(),
        items);
  }

  private void add(TableRow row) {
    waiting.add(parser.parse(row));
    if (waiting.size() == CHUNK) {
      settle();
    }
  }

  private void settle() {
    List<ImportTarget.Checked> checked =
        waiting.stream().map(row -> target.check(row, parser)).toList();
    List<@Nullable ContactDetails> contacts = new ArrayList<>();
    checked.forEach(row -> contacts.add(contact(row)));
    List<ContactDetails> asked = contacts.stream().filter(Objects::nonNull).toList();
    List<Optional<Lead>> found = asked.isEmpty() ? List.of() : identities.find(asked);
    Map<Integer, String> refusals = target.refused(waiting, contacts, pasts);
    int next = 0;
    for (int i = 0; i < waiting.size(); i++) {
      ContactDetails contact = contacts.get(i);
      Optional<Lead> lead = contact == null ? Optional.empty() : found.get(next++);
      String refusal = refusals.get(waiting.get(i).line());
      tell(
          refusal == null
              ? row(waiting.get(i).line(), checked.get(i), contact, lead)
              : refused(waiting.get(i).line(), refusal));
    }
    waiting.clear();
  }

  private static TriedRow refused(int line, String why) {
    List<ImportIssue> errors = List.of(new ImportIssue(null, null, why));
    return new TriedRow(line, "refused", null, null, errors, List.of());
  }

  private static @Nullable ContactDetails contact(ImportTarget.Checked checked) {
    return checked.errors().isEmpty() ? checked.contact().orElse(null) : null;
  }

  private TriedRow row(
      int line,
      ImportTarget.Checked checked,
      @Nullable ContactDetails contact,
      Optional<Lead> lead) {
    if (contact == null) {
      return new TriedRow(line, "refused", null, null, checked.errors(), checked.warnings());
    }
    List<String> keys = keys(contact);
    Integer above = keys.stream().map(seen::get).filter(Objects::nonNull).findFirst().orElse(null);
    keys.forEach(key -> seen.putIfAbsent(key, line));
    TriedLead joins = lead.map(known -> new TriedLead(known.id(), known.email())).orElse(null);
    boolean isNew = joins == null && above == null;
    return new TriedRow(
        line,
        isNew ? "new" : "joins",
        joins,
        joins == null ? above : null,
        List.of(),
        checked.warnings());
  }

  static List<String> keys(ContactDetails contact) {
    return Stream.of(
            key("email", contact.email()),
            key("externalId", contact.externalId()),
            key("visitorId", contact.visitorId()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> key(String kind, @Nullable String value) {
    return Optional.ofNullable(value).map(some -> kind + ":" + some);
  }

  private void tell(TriedRow row) {
    boolean isRefused = row.becomes().equals("refused");
    made += row.becomes().equals("new") ? 1 : 0;
    joined += row.becomes().equals("joins") ? 1 : 0;
    refused += isRefused ? 1 : 0;
    warned += row.warnings().isEmpty() ? 0 : 1;
    if (items.size() < SHOWN || (isRefused && items.size() < SHOWN + REFUSED_SHOWN)) {
      items.add(row);
    }
  }
}
