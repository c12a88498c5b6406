package dev.baton.rejection;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.input.ListPage;
import dev.baton.rejection.followup.FollowUpTask;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/rejections…}: rejections by sales and their replies. */
@RestController
@RequestMapping("/api/rejections")
class RejectionController {
  private final RejectionCommands commands;

  RejectionController(RejectionCommands commands) {
    this.commands = commands;
  }

  /** A page of rejections. */
  record Page(List<Rejection> items, @Nullable Integer next) {}

  /** Runs before a body is read: whose it is comes before what is said about it. */
  @ModelAttribute
  void visible(@PathVariable(required = false) @Nullable String id, Principal by) {
    if (id != null && commands.find(id, by.getName()).isEmpty()) {
      throw ApiProblem.notFound("There is no rejection of handoff %s for you".formatted(id));
    }
  }

  @Operation(summary = "Rejections and what became of them, 50 a page")
  @GetMapping
  Page rejections(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "0") String page,
      Principal reader) {
    if (!page.matches("\\d{1,5}")) {
      throw wrong("page", "'%s' is not a page number from 0 on".formatted(page));
    }
    int number = Integer.parseInt(page);
    ListPage<Rejection> one =
        ListPage.of(commands.page(state(state), number, reader.getName()), Rejections.PAGE, number);
    return new Page(one.items(), one.next());
  }

  private static Rejection.@Nullable State state(@Nullable String word) {
    return word == null
        ? null
        : Arrays.stream(Rejection.State.values())
            .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        "state",
                        "'%s' is not one of %s"
                            .formatted(word, Arrays.toString(Rejection.State.values()))));
  }

  @Operation(summary = "Marketing agrees, adjusts or contests")
  @PostMapping("/{id}/answer")
  Rejection answer(@PathVariable String id, @RequestBody Map<String, Object> answer, Principal by) {
    return commands.answer(id, answer, by.getName());
  }

  @Operation(summary = "A manager decides on a contest")
  @PostMapping("/{id}/decision")
  Rejection decision(
      @PathVariable String id, @RequestBody Map<String, Object> decision, Principal by) {
    return commands.decide(id, decision, by.getName());
  }

  @Operation(summary = "Say who decides at the company, or that nobody was found")
  @PostMapping("/{id}/contact")
  FollowUpTask contact(
      @PathVariable String id, @RequestBody Map<String, Object> contact, Principal by) {
    return commands.contact(id, contact, by.getName());
  }

  @Operation(summary = "Say which other lead a duplicate is, or that there is none")
  @PostMapping("/{id}/duplicate")
  FollowUpTask duplicate(
      @PathVariable String id, @RequestBody Map<String, Object> other, Principal by) {
    return commands.duplicate(id, other, by.getName());
  }

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(message, List.of(new FieldError(field, message)));
  }
}
