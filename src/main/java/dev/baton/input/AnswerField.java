package dev.baton.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Field of an answer: every surface that asks for it, checks it or describes it reads it here.
 *
 * @param label as every surface says it
 * @param hint what else a person should know, in small letters and without a full stop, or null
 * @param options what a choice offers; what a text suggests; other labels of a criterion's parts
 * @param longest how many characters a text may have, or how much a number may be
 * @param preset what stands there at the beginning, or null; which way an answer goes that doesn't
 *     say it
 * @param shown when it is asked, or null where that is always
 * @param required when it may not be missing, or null where it always may
 */
public record AnswerField(
    String name,
    Type type,
    String label,
    @Nullable String hint,
    List<Option> options,
    int longest,
    @Nullable String preset,
    @Nullable When shown,
    @Nullable Required required) {

  /** How long the parts of a criterion may be. */
  public static final int LONGEST_EVIDENCE = 1000;

  public static final int LONGEST_LINK = 500;

  /** Type of a field. */
  public enum Type {
    /** Which way the answer goes; a page has a button for each. */
    DECISION,
    CHOICE,
    /** A choice whose options are the rejection reasons in force. */
    REASON,
    /** One line. */
    TEXT,
    /** Several lines. */
    NOTE,
    EMAIL,
    LINK,
    DAY,
    /** An instant that is past. */
    PAST,
    /** An instant to come. */
    FUTURE,
    NUMBER,
    AMOUNT,
    /** A code of ISO 4217. */
    CURRENCY,
    TICK,
    /** Whether something is confirmed, with how one knows: four parts. */
    CRITERION
  }

  /** Option of a choice: a code that is kept and the words that a person reads. */
  public record Option(String code, String label) {}

  /** Condition: another field has one of these values. */
  public record When(String field, List<String> codes) {
    public static When of(String field, String... codes) {
      return new When(field, List.of(codes));
    }

    public boolean has(@Nullable String code) {
      return code != null && codes.contains(code);
    }
  }

  /**
   * Requirement: the field may not be missing.
   *
   * @param when it counts, or null where that is always
   * @param sentence what to do about it
   */
  public record Required(@Nullable When when, String sentence) {}

  public static AnswerField of(String name, Type type, String label) {
    return new AnswerField(name, type, label, null, List.of(), 4000, null, null, null);
  }

  public AnswerField named(String other) {
    return new AnswerField(other, type, label, hint, options, longest, preset, shown, required);
  }

  public AnswerField says(String text) {
    return new AnswerField(name, type, text, hint, options, longest, preset, shown, required);
  }

  public AnswerField hint(@Nullable String text) {
    return new AnswerField(name, type, label, text, options, longest, preset, shown, required);
  }

  /** Codes and labels, by turns. */
  public AnswerField offers(String... codesAndLabels) {
    Option[] offered = new Option[codesAndLabels.length / 2];
    Arrays.setAll(offered, i -> new Option(codesAndLabels[2 * i], codesAndLabels[2 * i + 1]));
    return offers(List.of(offered));
  }

  public AnswerField offers(List<Option> all) {
    return new AnswerField(name, type, label, hint, all, longest, preset, shown, required);
  }

  /** What a text may be, among others. */
  public AnswerField suggests(String... texts) {
    return offers(Arrays.stream(texts).map(text -> new Option(text, text)).toList());
  }

  public AnswerField atMost(int most) {
    return new AnswerField(name, type, label, hint, options, most, preset, shown, required);
  }

  public AnswerField preset(String value) {
    return new AnswerField(name, type, label, hint, options, longest, value, shown, required);
  }

  public AnswerField when(@Nullable When condition) {
    return new AnswerField(name, type, label, hint, options, longest, preset, condition, required);
  }

  /** Required wherever it is shown. */
  public AnswerField must(String sentence) {
    return must(new Required(null, sentence));
  }

  public AnswerField must(When condition, String sentence) {
    return must(new Required(condition, sentence));
  }

  AnswerField must(@Nullable Required requirement) {
    return new AnswerField(name, type, label, hint, options, longest, preset, shown, requirement);
  }

  public boolean isRequired() {
    return required != null && required.when() == null;
  }

  public boolean isOptional() {
    return required == null;
  }

  /** Whether only one of its options is right. */
  public boolean isClosed() {
    return switch (type) {
      case DECISION, CHOICE, REASON -> true;
      case NUMBER -> !options.isEmpty();
      default -> false;
    };
  }

  /** The words for one of its codes. */
  public String label(String code) {
    return options.stream()
        .filter(option -> option.code().equals(code))
        .map(Option::label)
        .findFirst()
        .orElse(code);
  }

  public List<String> codes() {
    return options.stream().map(Option::code).toList();
  }

  /** Parts of a criterion; any other field is its own part. */
  public List<AnswerField> parts() {
    if (type != Type.CRITERION) {
      return List.of(this);
    }
    return List.of(
        of(name, Type.TICK, label).hint(hint).when(shown),
        part("Evidence", Type.TEXT, "How do you know?").atMost(LONGEST_EVIDENCE),
        part("Link", Type.LINK, "Link to the notes").atMost(LONGEST_LINK),
        part("Date", Type.DAY, "Date"));
  }

  /** The field as people of that language read it; codes and what is sent stay. */
  AnswerField in(Locale locale) {
    List<Option> said =
        parts().size() == 1
            ? options
            : parts().stream()
                .skip(1)
                .map(part -> new Option(part.name().substring(name.length()), part.label()))
                .toList();
    return new AnswerField(
        name,
        type,
        Sentences.in(locale, label),
        hint == null ? null : Sentences.in(locale, hint),
        said.stream()
            .map(option -> new Option(option.code(), Sentences.in(locale, option.label())))
            .toList(),
        longest,
        preset,
        shown,
        required);
  }

  private AnswerField part(String suffix, Type of, String label) {
    String said =
        options.stream()
            .filter(option -> option.code().equals(suffix))
            .map(Option::label)
            .findFirst()
            .orElse(label);
    return of(name + suffix, of, said).when(shown);
  }
}
