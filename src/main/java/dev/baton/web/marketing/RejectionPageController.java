package dev.baton.web.marketing;

import dev.baton.input.AnswerForm;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.rejection.LeadRecordCommands;
import dev.baton.rejection.Rejection;
import dev.baton.rejection.RejectionCommands;
import dev.baton.rejection.Rejections;
import dev.baton.rejection.ReplySchema;
import dev.baton.rejection.followup.FollowUpTask;
import dev.baton.rejection.followup.FollowUpTasks;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /rejections}: rejections by sales, their replies and the tasks that follow. */
@StaffPage
@Translated
public class RejectionPageController {
  private static final int MOST = 50;

  private final RejectionCommands rejections;
  private final LeadRecordCommands records;
  private final FollowUpTasks tasks;
  private final LeadRows leads;
  private final People people;

  RejectionPageController(
      RejectionCommands rejections,
      LeadRecordCommands records,
      FollowUpTasks tasks,
      LeadRows leads,
      People people) {
    this.rejections = rejections;
    this.records = records;
    this.tasks = tasks;
    this.leads = leads;
    this.people = people;
  }

  /** A task to name the other record of a duplicate, with its candidates. */
  record DuplicateTask(FollowUpTask task, List<LeadRow> candidates, Locale locale) {
    /** A single candidate stands there already. */
    public AnswerForm form() {
      AnswerForm form = ReplySchema.DUPLICATE.in(locale);
      return candidates.size() == 1 ? form.preset("of", candidates.get(0).id()) : form;
    }
  }

  @GetMapping("/rejections")
  String rejections(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String page,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    Rejection.State filter = filter(state, user);
    int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    List<Rejection> found = rejections.page(filter, number, user.id());
    boolean more = found.size() > Rejections.PAGE;
    List<Rejection> shown = more ? found.subList(0, Rejections.PAGE) : found;
    Locale locale = user.clock().texts().language().locale();
    List<DuplicateTask> duplicateTasks = user.isRep() ? List.of() : duplicateTasks(locale);
    model
        .addAttribute("filter", filter)
        .addAttribute("states", Rejection.State.values())
        .addAttribute("results", shown)
        .addAttribute("page", number)
        .addAttribute("next", more ? Integer.valueOf(number + 1) : null)
        .addAttribute("duplicateTasks", duplicateTasks)
        .addAttribute("answerForm", ReplySchema.ANSWER.in(locale))
        .addAttribute("decisionForm", ReplySchema.DECISION.in(locale))
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute(
            "leads",
            rows(
                Stream.concat(
                        shown.stream().map(Rejection::leadId),
                        duplicateTasks.stream().map(row -> row.task().leadId()))
                    .collect(Collectors.toSet())));
    return "rejections";
  }

  /** What waits for the reader comes first. */
  private static Rejection.State filter(@Nullable String state, CurrentUser user) {
    return Arrays.stream(Rejection.State.values())
        .filter(known -> known.name().equals(state))
        .findFirst()
        .orElse(user.oversees() ? Rejection.State.CONTESTED : Rejection.State.OPEN);
  }

  private List<DuplicateTask> duplicateTasks(Locale locale) {
    return tasks.open(FollowUpTasks.DUPLICATE, MOST).stream()
        .map(
            task ->
                new DuplicateTask(
                    task, leads.rows(records.duplicateCandidates(task.leadId())), locale))
        .toList();
  }

  private Map<String, LeadRow> rows(Collection<String> ids) {
    return leads.rows(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(LeadRow::id, Function.identity()));
  }
}
