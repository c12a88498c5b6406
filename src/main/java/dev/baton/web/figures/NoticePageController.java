package dev.baton.web.figures;

import dev.baton.input.Translated;
import dev.baton.insight.notice.NoticeUsefulness;
import dev.baton.insight.notice.NoticeUsefulnessRow;
import dev.baton.web.StaffPage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /sla/alerts}: which kinds of messages are acted on (rule R28). */
@StaffPage
@Translated
public class NoticePageController {
  private final NoticeUsefulness usefulness;
  private final Clock clock;
  private final ZoneId zone;

  NoticePageController(NoticeUsefulness usefulness, Clock clock, ZoneId zone) {
    this.usefulness = usefulness;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/sla/alerts")
  String alerts(FigureParameters asked, Model model) {
    KnowQuery query = KnowQuery.of(null, null, null, asked.span(clock.instant(), zone));
    model
        .addAttribute("query", query)
        .addAttribute(
            "rows", query.span().isWrong() ? List.of() : usefulness.in(query.span().range()))
        .addAttribute("enough", NoticeUsefulnessRow.ENOUGH);
    return "alerts";
  }
}
