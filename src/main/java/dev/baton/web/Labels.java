package dev.baton.web;

import static java.util.stream.Collectors.joining;

import dev.baton.alert.text.Wording;
import dev.baton.change.ChangeState;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.Sentences;
import dev.baton.people.EnabledChannels;
import dev.baton.people.Role;
import dev.baton.rejection.Rejection;
import dev.baton.signal.SignalTypes;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Labels for codes on pages; the templates call it by its name. */
@Component
public class Labels {
  private static final String ANSWERED = "answered_";
  private static final Map<String, String> STAGES =
      Map.of(
          "VISITOR", "Visitor",
          "LEAD", "Lead",
          "OPPORTUNITY", "Opportunity",
          "CUSTOMER", "Customer",
          "RECYCLED", "Back with marketing",
          "DISQUALIFIED", "Disqualified");
  private static final Map<String, String> ASKED =
      Map.of(
          "review", "Accept or reject",
          "qualification", "Qualify",
          "first_touch", "Make the first touch",
          "opportunity", "Open the opportunity");
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("jobTitle", "Job title"),
          Map.entry("companySize", "Company size"),
          Map.entry("techStack", "Tech stack"),
          Map.entry("consent.email", "May be e-mailed"),
          Map.entry("consent.phone", "May be called"),
          Map.entry("consent.whatsapp", "May be written on WhatsApp"));

  private final RejectionTaxonomy taxonomy;
  private final SignalTypes types;
  private final EnabledChannels channels;

  Labels(RejectionTaxonomy taxonomy, SignalTypes types, EnabledChannels channels) {
    this.taxonomy = taxonomy;
    this.types = types;
    this.channels = channels;
  }

  /** MQL, SAL and SQL are words of the trade. */
  public String stage(String stage) {
    return said(STAGES.getOrDefault(stage, stage));
  }

  /** The clocks that are shipped, in the order in which they run. */
  public static List<String> clocks() {
    return Stream.concat(
            Stream.of(Deadlines.ROUTE), HandoffState.ANSWERABLE.stream().map(HandoffState::clock))
        .toList();
  }

  public String clock(String clock) {
    return clock.equals(Deadlines.ROUTE) ? said("Assignment") : plain(clock);
  }

  /** What is to be done, for a list of things to do. */
  public String asked(String clock) {
    return ASKED.containsKey(clock) ? said(ASKED.getOrDefault(clock, clock)) : clock(clock);
  }

  public String field(String field) {
    return FIELDS.containsKey(field) ? said(FIELDS.getOrDefault(field, field)) : plain(field);
  }

  public boolean isField(String missing) {
    return FIELDS.containsKey(missing) || missing.equals("industry");
  }

  /** A criterion of a qualification as it stands in a sentence, such as {@code economic buyer}. */
  public String criterion(String name) {
    String words = name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return PageTexts.ofRequest().inSentence(plain(words));
  }

  /** What a paused clock waits for. */
  public String pause(String reason) {
    return switch (reason) {
      case "awaiting_lead" -> said("waiting for the lead to answer");
      case "lead_unavailable" -> said("the lead is not available");
      case "waiting_internally" -> said("waiting for a colleague");
      default -> plain(reason);
    };
  }

  /** The taxonomy's words; a code that has left it since is read as it is. */
  public String reason(@Nullable String code) {
    return code == null ? "" : plain(taxonomy.label(code));
  }

  /** Where the conversation about a rejection stands. */
  public String changeState(ChangeState state) {
    return said(
        switch (state) {
          case PROPOSED -> "Proposed";
          case CHECKED -> "Checked";
          case SIGNED -> "Signed by both";
          case IN_FORCE -> "In force";
          case ROLLED_BACK -> "Taken back";
          case WITHDRAWN -> "Withdrawn";
        });
  }

  public String rejection(Rejection.State state) {
    return switch (state) {
      case OPEN -> said("Waits for marketing");
      case ANSWERED -> said("Answered");
      case CONTESTED -> said("Disputed, waits for a manager");
      case DECIDED -> said("Decided");
    };
  }

  /** A signal type in words; what it was about follows a colon. */
  public String act(String act) {
    String[] parts = act.split(":", 2);
    String label = types.label(parts[0]).map(Labels::said).orElse(plain(parts[0]));
    return parts.length == 1 ? label : label + ": " + parts[1].replace('_', ' ');
  }

  /** A code as words: first letter upper, underscores as blanks. */
  public String plain(@Nullable String code) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    return said(Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' '));
  }

  /** Words of ours or of a table that ships, in the language of the page; others as they are. */
  public static String said(@Nullable String english) {
    return english == null ? "" : PageTexts.ofRequest().translated(english);
  }

  /** What the definition says of models, in sentences that the code puts together. */
  public String ofModels(String english) {
    return Sentences.ofModels(PageTexts.ofRequest().language().locale(), english);
  }

  /** A sentence of ours, or a list of words of which some are. */
  public String listed(String english) {
    String whole = said(english);
    return whole.equals(english)
        ? Arrays.stream(english.split(", ", -1)).map(Labels::said).collect(joining(", "))
        : whole;
  }

  /** What somebody did and what came of it, such as {@code Called, no answer}. */
  public String touch(String kind, @Nullable String outcome) {
    return Touch.words(
        kind, outcome, Wording.shipped(PageTexts.ofRequest().language(), ZoneOffset.UTC));
  }

  public String role(Role role) {
    return said(role.name().toLowerCase(Locale.ROOT));
  }

  /** What the audit tells, such as {@code Person saved} or {@code Answered review}. */
  public String audited(String what) {
    return what.startsWith(ANSWERED)
        ? PageTexts.ofRequest()
            .format("Answered %s", said(what.substring(ANSWERED.length()).replace('_', ' ')))
        : plain(what);
  }

  /** What the audit tells of, such as {@code person rita}. */
  public String subject(String on) {
    String[] parts = on.split(" ", 2);
    return parts.length == 1 ? said(on) : said(parts[0]) + " " + parts[1];
  }

  /** A channel as people call it. */
  public String channel(String channel) {
    return plain(channels.name(channel));
  }

  public String channelInSentence(String channel) {
    return said(channels.name(channel));
  }
}
