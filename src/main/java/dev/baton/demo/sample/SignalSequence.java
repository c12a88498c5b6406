package dev.baton.demo.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a lead does until it comes to a head: its acts, the last one at that moment. */
public record SignalSequence(List<Act> acts) {

  /** How a lead comes near us. */
  public enum Mood {
    /** Looks around, and stays below the line. */
    BROWSES,
    /** Comes near the line and stays below it. */
    NEARLY,
    /** Crosses the line by a point or two. */
    BARELY,
    /** Crosses the line by what it reads and visits. */
    WARMS_UP,
    /** Raises its hand. */
    ASKS,
    /** We called first. */
    IS_CALLED,
    /** Raises its hand and is below the line until then. */
    JUST_ASKED,
    /** Crosses the line with the last act, not before. */
    JUST_WARM
  }

  /**
   * One act.
   *
   * @param asset what was downloaded
   * @param before how long before the moment it is recorded
   * @param late how much earlier than that it happened
   */
  public record Act(String type, @Nullable String asset, Duration before, Duration late) {

    /** {@code type:asset@days~late}; asset and late may be missing. */
    private static Act of(String text, int placesBeforeLast) {
      String[] what = text.split("@", -1)[0].split(":", -1);
      String[] when = text.split("@", -1)[1].split("~", -1);
      return new Act(
          what[0],
          what.length > 1 ? what[1] : null,
          days(when[0]).plusSeconds(placesBeforeLast * 213L),
          when.length > 1 ? days(when[1]) : Duration.ZERO);
    }

    private static Duration days(String number) {
      return Duration.ofMinutes(Math.round(Double.parseDouble(number) * 24 * 60));
    }
  }

  private static final Map<Mood, List<SignalSequence>> ALL =
      Map.of(
          Mood.BROWSES,
          journeys(
              """
              page_view@6 newsletter_signup@6 email_opened@3 page_view@0
              ad_clicked@2 page_view@2 content_downloaded:ebook@0
              social_engaged@9 page_view@9 content_downloaded:whitepaper@8 email_opened@4 email_clicked@0
              webinar_registered@5 webinar_attended@0~1
              page_view@20 page_view@12 page_view@3 comparison_page_view@0
              page_view@11 content_downloaded:case_study@10 email_opened@7 unsubscribed@0
              page_view@14 product_page_view@14 product_page_view@2 form_submitted@0
              newsletter_signup@15 email_opened@12 email_opened@5 email_bounced@0
              hiring_event@8 page_view@6 pricing_page_view@0
              """),
          Mood.NEARLY,
          journeys(
              """
              newsletter_signup@9 page_view@6 content_downloaded:ebook@0
              page_view@11 webinar_registered@4 email_opened@3 email_clicked@0
              hiring_event@14 page_view@5 email_opened@2 email_clicked@0
              page_view@8 comparison_page_view@3 page_view@0
              """),
          Mood.BARELY,
          journeys(
              """
              page_view@9 content_downloaded:ebook@5 email_opened@3 content_downloaded:whitepaper@0
              newsletter_signup@12 page_view@7 content_downloaded:case_study@0
              page_view@10 comparison_page_view@6 page_view@2 comparison_page_view@0
              """),
          Mood.WARMS_UP,
          journeys(
              """
              page_view@16 content_downloaded:case_study@9 webinar_registered@8 webinar_attended@3~2 pricing_page_view@1 pricing_page_view@0
              ad_clicked@12 page_view@12 product_page_view@5 product_page_view@4 product_page_view@4 content_downloaded:roi_calculator@0
              newsletter_signup@25 email_clicked@18 content_downloaded:whitepaper@11 comparison_page_view@4 trial_started@0
              review_site_research@9~3 page_view@8 comparison_page_view@6 pricing_page_view@2 pricing_page_view@1 pricing_page_view@0
              social_engaged@20 webinar_registered@14 webinar_attended@7~2 content_downloaded:product_guide@2 email_replied@0
              funding_event@10~2 page_view@6 trial_started@3 trial_activity@2 trial_activity@1 trial_activity@0
              """),
          Mood.ASKS,
          journeys(
              """
              page_view@8 product_page_view@8 content_downloaded:product_guide@6 pricing_page_view@1 demo_requested@0
              ad_clicked@1 page_view@1 pricing_page_view@0.1 pricing_requested@0
              webinar_registered@10 webinar_attended@3 email_opened@2 email_clicked@2 demo_requested@0
              page_view@0.05 contact_sales@0
              review_site_research@7~2 comparison_page_view@5 pricing_page_view@1 pricing_page_view@1 quote_requested@0
              social_engaged@4 page_view@3 product_page_view@3 demo_booked@0
              """),
          Mood.IS_CALLED,
          journeys(
              """
              hiring_event@12 email_opened@6 email_clicked@5 rep_engaged@1 meeting_booked@0
              funding_event@9~1 email_opened@4 email_replied@2 rep_engaged@0
              """),
          Mood.JUST_ASKED,
          journeys(
              """
              page_view@2 pricing_page_view@0.1 demo_requested@0
              social_engaged@4 page_view@4 product_page_view@0.2 pricing_requested@0
              ad_clicked@0.04 page_view@0.03 contact_sales@0
              page_view@1 comparison_page_view@0.1 demo_booked@0
              """),
          Mood.JUST_WARM,
          journeys(
              """
              page_view@3 comparison_page_view@2 trial_started@0
              newsletter_signup@9 email_opened@4 email_clicked@4 trial_started@0
              """));

  public static SignalSequence of(Mood mood, int which) {
    List<SignalSequence> journeys = Objects.requireNonNull(ALL.get(mood));
    return journeys.get(Math.floorMod(which, journeys.size()));
  }

  private static List<SignalSequence> journeys(String lines) {
    return lines.lines().map(SignalSequence::journey).toList();
  }

  private static SignalSequence journey(String line) {
    List<String> acts = Stream.of(line.split(" ")).toList();
    return new SignalSequence(
        IntStream.range(0, acts.size())
            .mapToObj(i -> Act.of(acts.get(i), acts.size() - 1 - i))
            .toList());
  }
}
