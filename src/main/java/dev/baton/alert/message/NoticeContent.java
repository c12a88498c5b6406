package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Content of a notice, written when its reader and so their language is known. */
@FunctionalInterface
public interface NoticeContent {

  Written in(Wording wording);

  /**
   * What a notice says in one language.
   *
   * @param subject one line, readable in a phone's preview
   */
  record Written(String subject, LeadBriefing briefing) implements NoticeContent {
    public Written {
      subject = SafeText.line(subject, 200);
    }

    @Override
    public Written in(Wording wording) {
      return this;
    }
  }

  /** A sentence and lines below it, that lead to a page. */
  static NoticeContent of(Text headline, String path, List<Text> lines) {
    return of(headline, null, path, lines);
  }

  /** The same with an instant by which something is owed. */
  static NoticeContent of(Text headline, @Nullable Instant dueAt, String path, List<Text> lines) {
    return wording -> {
      String said = wording.say(headline);
      List<String> items = lines.stream().map(wording::say).toList();
      return new Written(said, LeadBriefing.note(said, dueAt, path, items));
    };
  }

  /** The same for many readers, written once for all whom the wording suits. */
  default NoticeContent once() {
    Map<Wording, Written> known = new HashMap<>();
    return wording -> known.computeIfAbsent(wording, this::in);
  }
}
