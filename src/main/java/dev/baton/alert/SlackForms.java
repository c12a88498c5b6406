package dev.baton.alert;

import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.baton.alert.SlackAction.Verb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two forms that Slack opens: why not, and for how long the clock shall stand still. */
final class SlackForms {
  private static final String REASON = "reason";
  private static final String HOURS = "hours";
  private static final String NOTE = "note";

  /** Slack's own limits. */
  private static final int LABEL = 75;

  private static final int MOST_OPTIONS = 100;
  private static final int LONGEST_NOTE = 3000;

  private static final List<Questions.Choice> SPANS =
      List.of(
          new Questions.Choice("4", "4 hours"),
          new Questions.Choice("8", "8 hours"),
          new Questions.Choice("24", "1 day"),
          new Questions.Choice("48", "2 days"),
          new Questions.Choice("72", "3 days"));

  private SlackForms() {}

  /**
   * What a button or a form is about; Slack hands it back as it got it.
   *
   * @param replyUrl of the click that opened the form, or null
   */
  record Subject(String handoffId, String question, String replyUrl) {
    private static final String BETWEEN = "\n";

    String written() {
      return String.join(BETWEEN, handoffId, question, replyUrl == null ? "" : replyUrl);
    }

    static Subject read(String written) {
      String[] parts = written == null ? new String[0] : written.split(BETWEEN, -1);
      return parts.length == 3
          ? new Subject(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2])
          : null;
    }
  }

  static View reject(Subject about, List<Questions.Choice> reasons) {
    return form(
        Verb.REJECT,
        "Reject the lead",
        "Reject",
        about,
        choice(REASON, "Why is it a no?", reasons),
        note("Anything marketing should know"));
  }

  static View pause(Subject about, List<Questions.Choice> reasons) {
    return form(
        Verb.PAUSE,
        "Snooze",
        "Snooze",
        about,
        choice(REASON, "What do you wait for?", reasons),
        choice(HOURS, "For how long?", SPANS),
        note("Note"));
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
                    (field, value) -> {
                      String given =
                          value.getSelectedOption() == null
                              ? value.getValue()
                              : value.getSelectedOption().getValue();
                      if (given != null) {
                        fields.put(field, field.equals(HOURS) ? Integer.valueOf(given) : given);
                      }
                    }));
    return fields;
  }

  private static View form(
      Verb verb, String title, String submit, Subject about, InputBlock... blocks) {
    return view(
        v ->
            v.type("modal")
                .callbackId(verb.word())
                .title(viewTitle(t -> t.type("plain_text").text(title)))
                .submit(viewSubmit(s -> s.type("plain_text").text(submit)))
                .close(viewClose(c -> c.type("plain_text").text("Cancel")))
                .privateMetadata(about.written())
                .blocks(asBlocks(blocks)));
  }

  private static InputBlock choice(String field, String label, List<Questions.Choice> choices) {
    List<OptionObject> options =
        choices.stream()
            .limit(MOST_OPTIONS)
            .map(each -> option(plainText(Words.line(each.label(), LABEL)), each.code()))
            .toList();
    return input(
        i ->
            i.blockId(field)
                .label(plainText(label))
                .element(staticSelect(s -> s.actionId(field).options(options))));
  }

  private static InputBlock note(String label) {
    return input(
        i ->
            i.blockId(NOTE)
                .label(plainText(label))
                .optional(true)
                .element(
                    plainTextInput(t -> t.actionId(NOTE).multiline(true).maxLength(LONGEST_NOTE))));
  }
}
