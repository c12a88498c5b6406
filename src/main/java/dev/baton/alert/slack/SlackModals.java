package dev.baton.alert.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.baton.alert.message.SafeText;
import dev.baton.alert.slack.SlackAction.Verb;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerForm;
import dev.baton.input.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slack's forms, made of the fields of an answer: why not, and for how long to pause; in the
 * language of whoever opens them.
 */
final class SlackModals {
  /** Slack's own limits. */
  private static final int LABEL = 75;

  private static final int HINT = 150;
  private static final int MOST_OPTIONS = 100;
  private static final int LONGEST = 3000;

  private SlackModals() {}

  /**
   * What a button or a form is about; Slack hands it back as it got it.
   *
   * @param replyUrl of the click that opened the form
   */
  record Subject(SlackQuestion asked, @Nullable String replyUrl) {
    private static final String BETWEEN = "\n";

    String written() {
      return String.join(
          BETWEEN, asked.handoffId(), asked.question(), replyUrl == null ? "" : replyUrl);
    }

    static Optional<Subject> read(@Nullable String written) {
      return Optional.ofNullable(written)
          .map(text -> text.split(BETWEEN, -1))
          .filter(parts -> parts.length == 3)
          .map(
              parts ->
                  new Subject(
                      new SlackQuestion(parts[0], parts[1]), parts[2].isEmpty() ? null : parts[2]));
    }
  }

  static View reject(Subject about, AnswerForm review, Locale locale) {
    return form(Verb.REJECT, "Reject the lead", "Reject", about, review.branch("reject"), locale);
  }

  /** For how long is enough to say; until when is for other surfaces. */
  static View pause(Subject about, AnswerForm pause, Locale locale) {
    return form(Verb.PAUSE, "Snooze", "Snooze", about, pause, locale);
  }

  /** What was chosen and written, by field. */
  static Map<String, Object> fields(ViewState state) {
    Map<String, Object> fields = new HashMap<>();
    state
        .getValues()
        .values()
        .forEach(
            block ->
                block.forEach(
                    (field, value) -> given(value).ifPresent(given -> fields.put(field, given))));
    return fields;
  }

  private static Optional<String> given(ViewState.Value value) {
    return Optional.ofNullable(value.getSelectedOption())
        .map(ViewState.SelectedOption::getValue)
        .or(() -> Optional.ofNullable(value.getSelectedDate()))
        .or(() -> Optional.ofNullable(value.getValue()));
  }

  private static View form(
      Verb verb, String title, String submit, Subject about, AnswerForm asked, Locale locale) {
    List<LayoutBlock> blocks = asked.in(locale).fields().stream().map(SlackModals::block).toList();
    return view(
        v ->
            v.type("modal")
                .callbackId(verb.word())
                .title(viewTitle(t -> t.type("plain_text").text(Sentences.in(locale, title))))
                .submit(viewSubmit(s -> s.type("plain_text").text(Sentences.in(locale, submit))))
                .close(viewClose(c -> c.type("plain_text").text(Sentences.in(locale, "Cancel"))))
                .privateMetadata(about.written())
                .blocks(blocks));
  }

  private static LayoutBlock block(AnswerField field) {
    return input(
        i ->
            i.blockId(field.name())
                .label(plainText(SafeText.line(field.label(), LABEL)))
                .hint(hint(field.hint()))
                .optional(!field.isRequired())
                .element(element(field)));
  }

  private static @Nullable PlainTextObject hint(@Nullable String hint) {
    return hint == null
        ? null
        : plainText(SafeText.line(Character.toUpperCase(hint.charAt(0)) + hint.substring(1), HINT));
  }

  private static BlockElement element(AnswerField field) {
    String name = field.name();
    if (field.type() == Type.DAY) {
      return datePicker(d -> d.actionId(name));
    }
    if (!field.isClosed()) {
      boolean several = field.type() == Type.NOTE;
      int longest = Math.min(field.longest(), LONGEST);
      return plainTextInput(t -> t.actionId(name).multiline(several).maxLength(longest));
    }
    List<OptionObject> options =
        field.options().stream()
            .limit(MOST_OPTIONS)
            .map(each -> option(plainText(SafeText.line(each.label(), LABEL)), each.code()))
            .toList();
    OptionObject preset =
        options.stream()
            .filter(each -> each.getValue().equals(field.preset()))
            .findFirst()
            .orElse(null);
    return staticSelect(s -> s.actionId(name).options(options).initialOption(preset));
  }
}
