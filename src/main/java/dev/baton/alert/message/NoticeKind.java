package dev.baton.alert.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why somebody is told, and all that depends on it: a new kind is a constant here and nothing else.
 */
public enum NoticeKind {
  /** A lead is there for sales: its owner's, or whose of a team claims it first. */
  ASSIGNED(
      "Told %s about the lead",
      Button.LEAD, Trait.URGENT, Trait.ENDS_WITH_OWNER, Trait.ANSWERABLE, Trait.ASKS),
  REMINDER(
      "Reminded %s of the deadline",
      Button.LEAD,
      Trait.PATIENT,
      Trait.ENDS_WITH_ANSWER,
      Trait.ENDS_WITH_OWNER,
      Trait.ANSWERABLE,
      Trait.ASKS),
  /** The time has come that the owner named when nobody answered. */
  NEXT_ATTEMPT(
      "Reminded %s to try again",
      Button.LEAD,
      Trait.PATIENT,
      Trait.ENDS_WITH_ANSWER,
      Trait.ENDS_WITH_OWNER,
      Trait.ANSWERABLE,
      Trait.ASKS),
  ESCALATION("Told %s that it is overdue", Button.LEAD, Trait.ASKS),
  /** A lead has another owner: to whom it came, and from whom it was taken. */
  REASSIGNED(
      "Told %s about the new owner",
      Button.LEAD, Trait.URGENT, Trait.ENDS_WITH_OWNER, Trait.ANSWERABLE, Trait.ASKS),
  /** The leads that somebody got, gave back or has again because of an absence. */
  STAND_IN("Told %s about leads handed over during an absence", Button.HOME),
  INTENT("Told %s about strong interest", Button.LEAD, Trait.PATIENT, Trait.ASKS),
  /** A lead has gone into another record, and with it what was owed. */
  DUPLICATE("Told %s that the lead was merged with another one", Button.LEAD),
  /** Another record has gone into a lead. */
  MERGED("Told %s that another record was merged into this one", Button.LEAD, Trait.PATIENT),
  /** The rest after a rejection is over. */
  COOLING_OFF_END("Told %s that the cooling-off period is over", Button.LEAD, Trait.PATIENT),
  /** A campaign has brought somebody who is not to be contacted. */
  SUPPRESSED("Told %s that the campaign's lead was rejected", Button.LEAD),
  CONTACT_SEARCH("Asked %s for the person who decides", Button.LEAD),
  CONTACT_REMINDER("Reminded %s to find the person who decides", Button.LEAD, Trait.PATIENT),
  REJECTION_REMINDER("Reminded %s of the rejections", Button.HOME, Trait.PATIENT),
  REJECTION_OVERDUE("Told %s that an answer to a rejection is overdue", Button.HOME),
  PROPOSAL_REMINDER("Reminded %s of proposals", Button.HOME, Trait.PATIENT),
  PROPOSAL_OVERDUE("Told %s that proposals wait", Button.HOME, Trait.PATIENT),
  /** Something doesn't go on by itself, such as a lead that nobody can take. */
  FAILURE("Wrote to %s", Button.LEAD),
  /** A channel doesn't take our credential any more. */
  CHANNEL_FAILURE("Told %s that a channel takes no messages", Button.HOME),
  /** Another system stays ill, or is well again. */
  CONNECTION("Told %s how a connection is", Button.HOME),
  /** A machine's token ends in two weeks. */
  TOKEN_EXPIRY("Told %s that a token ends soon", Button.HOME),
  /** Companies of which several people are warm. */
  HOT_ACCOUNTS("Told %s which companies are hot", Button.HOME, Trait.PATIENT),
  /** Whether messages arrive; somebody asked for it. */
  TEST("Sent %s a test", Button.HOME, Trait.ALONE, Trait.UNCOUNTED),
  /** What a review of marketing and sales looks at. */
  REVIEW("Sent %s the figures of a review", Button.REVIEW, Trait.ALONE),
  REVIEW_REMINDER("Reminded %s of a review", Button.REVIEW, Trait.PATIENT),
  REVIEW_OVERDUE("Told %s what a review still waits for", Button.REVIEW),
  DIGEST("Told %s with other things in one message", Button.HOME, Trait.ALONE, Trait.UNCOUNTED),
  /** A mail to the lead itself, which nobody of the staff is told. */
  NURTURE("Nurture mail “%s”", Button.HOME, Trait.TO_LEAD),
  /** A meeting that a lead booked, moved or cancelled, or that is another colleague's now. */
  MEETING("Told %s about a meeting", Button.LEAD, Trait.ALONE, Trait.UNCOUNTED),
  /** An invitation to the lead itself, which it asked for by booking. */
  INVITATION("Invitation “%s”", Button.HOME, Trait.TO_LEAD),
  /** A mail that a rep wrote to the lead itself. */
  EMAIL("E-mail “%s”", Button.HOME, Trait.TO_LEAD),
  EMAIL_REPLY("Told %s about an answer to an e-mail", Button.LEAD, Trait.ALONE),
  /** A rep's mail was not sent or came back, or a copy of it can't count. */
  EMAIL_FAILED("Told %s about an e-mail that didn’t arrive", Button.LEAD),
  WHATSAPP_REPLY("Told %s about an answer on WhatsApp", Button.LEAD, Trait.ALONE);

  private final String told;
  private final Button button;
  private final Set<Trait> traits;

  NoticeKind(String told, Button button, Trait... traits) {
    this.told = told;
    this.button = button;
    this.traits = Set.of(traits);
  }

  public static NoticeKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The words of all kinds for which this is so. */
  public static List<String> words(Predicate<NoticeKind> which) {
    return Arrays.stream(values()).filter(which).map(NoticeKind::word).toList();
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the story of a lead says: who was told what, or which mail was written to the lead. */
  public String told(String whomOrWhat) {
    return told.formatted(whomOrWhat);
  }

  /** What the button of a message does, as the table of texts names it. */
  String action() {
    return button.action;
  }

  /** Ignores quiet hours and budget when it is about somebody who asked for sales (rule R11). */
  public boolean isUrgentForHandRaiser() {
    return traits.contains(Trait.URGENT);
  }

  /** Waits for the daily digest of who wants one. */
  public boolean isPatient() {
    return traits.contains(Trait.PATIENT);
  }

  /** Has no point any more when the question of its handoff is answered. */
  public boolean endsWithAnswer() {
    return traits.contains(Trait.ENDS_WITH_ANSWER);
  }

  /** Would tell the wrong person when somebody else owns its handoff, or nobody does. */
  public boolean endsWithOwner() {
    return traits.contains(Trait.ENDS_WITH_OWNER);
  }

  /** Asks its reader for something that can be answered in a message. */
  public boolean isAnswerable() {
    return traits.contains(Trait.ANSWERABLE);
  }

  /** Is never a line of a digest. */
  public boolean standsAlone() {
    return traits.contains(Trait.ALONE);
  }

  /** Uses up some of its reader's message budget. */
  public boolean isCounted() {
    return !traits.contains(Trait.UNCOUNTED);
  }

  /** Asks for an act on a lead before a deadline or within a day (rule R28). */
  public boolean asksForAct() {
    return traits.contains(Trait.ASKS);
  }

  public boolean isToLead() {
    return traits.contains(Trait.TO_LEAD);
  }

  private enum Trait {
    URGENT,
    PATIENT,
    ENDS_WITH_ANSWER,
    ENDS_WITH_OWNER,
    ANSWERABLE,
    ALONE,
    UNCOUNTED,
    ASKS,
    TO_LEAD
  }

  /** The button of a message, which leads to what it is about. */
  private enum Button {
    LEAD("button_lead"),
    REVIEW("button_review"),
    HOME("button_home");

    private final String action;

    Button(String action) {
      this.action = action;
    }
  }
}
