package dev.baton.signal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.baton.input.InstantText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the signals of a lead that no person meant: mail scanners and bursts (rule R16). */
public final class SignalScreening {
  private static final Duration BURST = Duration.ofSeconds(1);
  private static final Duration SCAN = Duration.ofSeconds(2);
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private static final Comparator<Signal> ORDER =
      comparing(Signal::recordedAt).thenComparing(Signal::occurredAt).thenComparing(Signal::id);

  private SignalScreening() {}

  /** The flagged signals of one lead: id to the reason why it isn't counted. */
  public static Map<String, String> flags(List<Signal> signals) {
    // By their own instants, so that the order of arrival makes no difference.
    List<Signal> ordered =
        signals.stream().sorted(comparing(Signal::occurredAt).thenComparing(Signal::id)).toList();
    Map<String, String> flags = new TreeMap<>();
    flagScanners(ordered, flags);
    flagBursts(ordered, flags);
    return flags;
  }

  /**
   * Whether a signal that has just been recorded says something new: it isn't flagged, nor the same
   * act within a second of one that was recorded before it, whichever of the two occurred first.
   * One that is scored later than it was recorded keeps its place among the others.
   */
  public static boolean counts(Signal signal, List<Signal> known) {
    Signal recorded =
        known.stream().filter(each -> each.id().equals(signal.id())).findFirst().orElse(signal);
    boolean isLate = signal.recordedAt().isAfter(recorded.recordedAt());
    return !flags(known).containsKey(signal.id())
        && known.stream()
            .filter(other -> !other.id().equals(signal.id()))
            .filter(other -> !other.recordedAt().isAfter(recorded.recordedAt()))
            .filter(other -> !isLate || ORDER.compare(other, recorded) < 0)
            .filter(other -> within(BURST, other.occurredAt(), signal.occurredAt()))
            .noneMatch(other -> what(other).equals(what(signal)));
  }

  private static void flagScanners(List<Signal> ordered, Map<String, String> flags) {
    List<Signal> clicks = ordered.stream().filter(s -> s.type().equals("email_clicked")).toList();
    clicks.stream()
        .filter(SignalScreening::onDelivery)
        .forEach(s -> flags.put(s.id(), "mail scanner: clicked within 10 s of the sending"));
    clicks.stream()
        .filter(s -> s.property("messageId") != null)
        .collect(groupingBy(s -> s.property("messageId")))
        .values()
        .forEach(message -> flagSweeps(message, flags));
  }

  /** A person doesn't click two links of one message within two seconds. */
  private static void flagSweeps(List<Signal> message, Map<String, String> flags) {
    for (int first = 0; first < message.size(); first++) {
      for (int next = first + 1; next < message.size(); next++) {
        Signal one = message.get(first);
        Signal other = message.get(next);
        if (!within(SCAN, one.occurredAt(), other.occurredAt())) {
          break;
        }
        if (!link(one).equals(link(other))) {
          flags.put(one.id(), "mail scanner: several links of one message within 2 s");
          flags.put(other.id(), "mail scanner: several links of one message within 2 s");
        }
      }
    }
  }

  private static void flagBursts(List<Signal> ordered, Map<String, String> flags) {
    Map<List<String>, Instant> counted = new HashMap<>();
    for (Signal signal : ordered) {
      if (flags.containsKey(signal.id())) {
        continue;
      }
      List<String> what = what(signal);
      Instant first = counted.get(what);
      if (first != null && within(BURST, first, signal.occurredAt())) {
        flags.put(signal.id(), "burst: the same act within 1 s, the first one counts");
      } else {
        counted.put(what, signal.occurredAt());
      }
    }
  }

  private static List<String> what(Signal signal) {
    return Arrays.asList(
        signal.leadId(),
        signal.type(),
        signal.property("asset"),
        signal.property("page"),
        signal.property("path"),
        signal.property("url"),
        signal.property("link"));
  }

  /** Without a link each click counts as a link of its own. */
  private static String link(Signal click) {
    return Stream.of("link", "url")
        .map(click::property)
        .filter(link -> link != null)
        .findFirst()
        .orElse("signal " + click.id());
  }

  private static boolean onDelivery(Signal click) {
    String sentAt = click.property("sentAt");
    if (sentAt == null) {
      return false;
    }
    try {
      return within(DELIVERY, InstantText.parse(sentAt), click.occurredAt());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean within(Duration limit, Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(limit) <= 0;
  }
}
