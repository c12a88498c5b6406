package dev.baton.web.marketing;

import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.review.DecisionStatus;
import dev.baton.review.HandoffReview;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.HandoffReviews;
import dev.baton.review.ReviewDetails;
import dev.baton.review.ReviewQueries;
import dev.baton.review.figures.FigureTable;
import dev.baton.review.figures.ReviewFigures;
import dev.baton.review.minutes.ReviewSchema;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /reviews…}: which reviews are to come, what is to be held, and what was decided. */
@StaffPage
@Translated
public class ReviewPageController {
  private final ReviewQueries reviews;
  private final People people;

  ReviewPageController(ReviewQueries reviews, People people) {
    this.reviews = reviews;
    this.people = people;
  }

  /** A past review with what it decided. */
  record Past(HandoffReview review, List<DecisionStatus> decisions) {}

  @GetMapping("/reviews")
  String reviews(
      @RequestParam(required = false) @Nullable String page,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    List<HandoffReview> held = reviews.page(State.HELD, null, number);
    boolean more = held.size() > HandoffReviews.PAGE;
    model
        .addAttribute("open", reviews.page(State.OPEN, null, 0))
        .addAttribute("planned", reviews.page(State.PLANNED, null, 0))
        .addAttribute(
            "heldReviews",
            (more ? held.subList(0, HandoffReviews.PAGE) : held)
                .stream().map(review -> new Past(review, reviews.decisions(review.id()))).toList())
        .addAttribute("skipped", reviews.page(State.SKIPPED, null, 0))
        .addAttribute("page", number)
        .addAttribute("next", more ? Integer.valueOf(number + 1) : null)
        .addAttribute("names", DisplayNames.ofAll(people));
    return "reviews";
  }

  @GetMapping("/reviews/{id}")
  String review(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    ReviewDetails details =
        reviews.details(id).orElseThrow(() -> ApiProblem.notFound("There is no review " + id));
    HandoffReview review = details.review();
    model
        .addAttribute("page", details)
        .addAttribute("review", review)
        .addAttribute("title", user.clock().texts().translated(review.title()))
        .addAttribute("figures", byCode(details.figures()))
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("owners", owners())
        .addAttribute("closeForm", ReviewSchema.CLOSE.in(user.clock().texts().language().locale()))
        .addAttribute(
            "mayHold", review.state() == State.OPEN && review.isFor(user.person().role()));
    return "review";
  }

  private static Map<String, FigureTable> byCode(@Nullable ReviewFigures figures) {
    return figures == null
        ? Map.of()
        : figures.tables().stream()
            .collect(Collectors.toMap(FigureTable::code, Function.identity()));
  }

  /** Who may have something to do: everybody who works here but designers. */
  private List<Person> owners() {
    return Stream.of(Role.MARKETING, Role.MANAGER, Role.SALES, Role.ADMIN)
        .flatMap(role -> people.withRole(role).stream())
        .filter(Person::active)
        .toList();
  }
}
