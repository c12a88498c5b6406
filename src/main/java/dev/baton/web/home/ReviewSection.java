package dev.baton.web.home;

import dev.baton.rejection.Rejection;
import dev.baton.rejection.Rejections;
import dev.baton.review.AgreedDecisions;
import dev.baton.review.HandoffReview;
import dev.baton.review.HandoffReviews;
import dev.baton.web.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Section of the home page on what marketing and sales agree: rejections, reviews, decisions. */
@Component
class ReviewSection {
  private final Rejections rejections;
  private final HandoffReviews reviews;
  private final AgreedDecisions agreed;

  ReviewSection(Rejections rejections, HandoffReviews reviews, AgreedDecisions agreed) {
    this.rejections = rejections;
    this.reviews = reviews;
    this.agreed = agreed;
  }

  void addTo(Model model, CurrentUser user) {
    model
        .addAttribute("unanswered", rejections.count(Rejection.State.OPEN))
        .addAttribute("contested", rejections.count(Rejection.State.CONTESTED))
        .addAttribute("agreed", agreed.openOf(user.id()))
        .addAttribute(
            "reviews",
            reviews.page(HandoffReview.State.OPEN, null, 0).stream()
                .filter(review -> review.isFor(user.person().role()))
                .toList());
  }
}
