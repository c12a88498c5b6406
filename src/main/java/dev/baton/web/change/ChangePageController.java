package dev.baton.web.change;

import dev.baton.alert.text.TextPreview;
import dev.baton.alert.text.TextPreviews;
import dev.baton.change.ChangeDetails;
import dev.baton.change.ChangePermissions;
import dev.baton.change.ChangeQueries;
import dev.baton.change.ChangeSettings;
import dev.baton.change.EditableTable;
import dev.baton.change.ModelChange;
import dev.baton.change.SigningSide;
import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.backtest.DifferingLead;
import dev.baton.change.diff.Difference;
import dev.baton.change.shadow.ShadowReport;
import dev.baton.change.shadow.ShadowReport.ShadowLead;
import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /changes…}: what is proposed, what it says, and what becomes of it. */
@StaffPage
@Translated
public class ChangePageController {
  private final ChangeQueries changes;
  private final ChangePermissions permissions;
  private final ChangeSettings settings;
  private final People people;
  private final LeadNames leadNames;
  private final TextPreviews texts;

  ChangePageController(
      ChangeQueries changes,
      ChangePermissions permissions,
      ChangeSettings settings,
      People people,
      LeadNames leadNames,
      TextPreviews texts) {
    this.changes = changes;
    this.permissions = permissions;
    this.settings = settings;
    this.people = people;
    this.leadNames = leadNames;
    this.texts = texts;
  }

  @GetMapping("/changes")
  String changes(@RequestParam(required = false) @Nullable String page, Model model) {
    int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    List<ModelChange> found = changes.page(number);
    boolean more = found.size() > ChangeQueries.PAGE;
    model
        .addAttribute("changes", more ? found.subList(0, ChangeQueries.PAGE) : found)
        .addAttribute("page", number)
        .addAttribute("next", more ? Integer.valueOf(number + 1) : null)
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("tables", changes.tables());
    return "changes";
  }

  /** The editor of a table: of one in force, or of one in an open change. */
  @GetMapping("/changes/new")
  String edit(
      @RequestParam(defaultValue = "") String table,
      @RequestParam(required = false) @Nullable String change,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    Optional<ModelChange> edited = Optional.ofNullable(change).map(this::find);
    if (!edited
        .map(each -> permissions.mayWorkOn(each, user.person()))
        .orElse(user.proposesChanges())) {
      throw ApiProblem.forbidden("Designers and marketing propose changes");
    }
    EditableTable chosen =
        changes.tables().stream()
            .filter(each -> each.file().equals(table))
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("There is no table " + table));
    model
        .addAttribute("table", chosen)
        .addAttribute("name", Labels.said(chosen.name()))
        .addAttribute("change", edited.orElse(null));
    return "edit-table";
  }

  private ModelChange find(String id) {
    return (id.matches("\\d{1,15}")
            ? changes.find(Long.parseLong(id))
            : Optional.<ModelChange>empty())
        .orElseThrow(() -> ApiProblem.notFound("There is no change " + id));
  }

  @GetMapping("/changes/{id}")
  String change(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    ChangeDetails details = changes.details(find(id).id()).orElseThrow();
    ModelChange change = details.change();
    model
        .addAttribute("details", details)
        .addAttribute("change", change)
        .addAttribute("differences", byFile(details))
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("leadNames", user.readsLeads() ? leadNames(details) : Map.of())
        .addAttribute("texts", change.state().isOpen() ? texts(change) : List.of())
        .addAttribute("differing", differing(details))
        .addAttribute("silent", silent(details))
        .addAttribute("reps", LoadRows.reps(details.load()))
        .addAttribute("clocks", LoadRows.clocks(details.load()))
        .addAttribute("needsSignatures", settings.needsSignatures())
        .addAttribute("mayWork", permissions.mayWorkOn(change, user.person()))
        .addAttribute(
            "mayJudge", details.mayJudge() && permissions.mayWorkOn(change, user.person()))
        .addAttribute(
            "sides",
            Arrays.stream(SigningSide.values())
                .filter(side -> side.isSignedBy(user.person().role()))
                .toList());
    return "change";
  }

  /** How messages would read. */
  private List<TextPreview> texts(ModelChange change) {
    return changes.proposed(change.id(), TextPreviews.FILE).map(texts::of).orElse(List.of());
  }

  /** Leads that a back-test gains and loses, in this order. */
  private static Map<String, List<DifferingLead>> differing(ChangeDetails details) {
    BackTestReport report = details.backtest();
    Map<String, List<DifferingLead>> differing = new LinkedHashMap<>();
    if (report != null) {
      differing.put("gained", report.compared().gained());
      differing.put("lost", report.compared().lost());
    }
    return differing;
  }

  /** Leads that it would have gained and lost while it judged silently, in this order. */
  private static Map<String, List<ShadowLead>> silent(ChangeDetails details) {
    ShadowReport report = details.shadow();
    Map<String, List<ShadowLead>> silent = new LinkedHashMap<>();
    if (report != null) {
      silent.put("would", report.gained());
      silent.put("would_not", report.lost());
    }
    return silent;
  }

  /** Of the leads that a page names, for those who may see them. */
  private Map<String, String> leadNames(ChangeDetails details) {
    return leadNames.of(
        Stream.concat(
                differing(details).values().stream()
                    .flatMap(List::stream)
                    .map(DifferingLead::leadId),
                silent(details).values().stream().flatMap(List::stream).map(ShadowLead::leadId))
            .distinct()
            .toList());
  }

  /** By file, also of a file that says the same as before. */
  private static Map<String, List<Difference>> byFile(ChangeDetails details) {
    Map<String, List<Difference>> byFile = new LinkedHashMap<>();
    details.files().forEach(file -> byFile.put(file, List.of()));
    byFile.putAll(details.diff().stream().collect(Collectors.groupingBy(Difference::file)));
    return byFile;
  }
}
