package dev.baton.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.MailEnclosure;
import dev.baton.alert.message.MailFigures;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.Wording;
import dev.baton.people.Language;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail that shows figures in itself, over a real mail server. */
class MailFiguresTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final Instant NOW = Instant.parse("2026-11-24T12:25:00Z");

  @Test
  void pictures_stand_inside_with_words_for_them_and_the_same_figures_as_a_table()
      throws Exception {
    byte[] picture = png();
    MailEnclosure funnel =
        new MailEnclosure(
            "funnel",
            "Funnel",
            "Of these days",
            List.of("Of 40 MQLs 12 became <SQL>"),
            List.of("", "Entered", "Rate"),
            List.of(List.of("SQL of MQL", "12", "30 %")),
            "Funnel: SQL of MQL 30 %",
            picture);
    MailEnclosure lift =
        new MailEnclosure(
            "lift", "Lift", "Too few", List.of(), List.of("", "Lift"), List.of(), "nothing", null);

    MimeMessage received = sent(reference -> List.of(funnel, lift), "review-1");

    List<Part> parts = parts(received);
    Part image = only(parts, "image/png");
    assertThat(image.getHeader("Content-ID")).containsExactly("<funnel@baton>");
    assertThat(image.getDisposition()).isEqualTo(Part.INLINE);
    assertThat(image.getInputStream().readAllBytes()).isEqualTo(picture);
    String html = (String) only(parts, "text/html").getContent();
    assertThat(html)
        .contains(
            "src=\"cid:funnel@baton\"",
            "alt=\"Funnel: SQL of MQL 30 %\"",
            "Of 40 MQLs 12 became &lt;SQL&gt;",
            ">30 %</td>",
            "Nothing in these days.",
            "Open the review")
        .doesNotContain("cid:lift");
    assertThat((String) only(parts, "text/plain").getContent())
        .contains("- SQL of MQL: Entered 12, Rate 30 %", "https://baton.example/reviews/1");
  }

  @Test
  void a_pack_that_encloses_nothing_is_not_asked_for_any_and_looks_as_before() throws Exception {
    MimeMessage received =
        sent(
            reference -> {
              throw new AssertionError("asked for " + reference);
            },
            null);
    assertThat(parts(received))
        .extracting(Part::getContentType)
        .isNotEmpty()
        .noneMatch(t -> t.contains("png"));
    assertThat((String) only(parts(received), "text/html").getContent()).doesNotContain("<table");
  }

  private static MimeMessage sent(MailFigures figures, String reference) throws Exception {
    LeadBriefing briefing =
        LeadBriefing.note("The figures are in", NOW, "/reviews/1", List.of("Where do leads drop?"));
    Recipient recipient =
        new Recipient(
            new DeliveryTarget("mona", "Mona", "mona@baton.example", null, null, Language.EN),
            Recipient.NOBODY.shift(),
            null);
    RenderedMessage message =
        RenderedMessage.to(
            recipient,
            NoticeKind.REVIEW,
            new NoticeContent.Written(
                "Weekly review", reference == null ? briefing : briefing.enclosing(reference)),
            Wording.ENGLISH,
            NOW,
            "https://baton.example");
    try (MailMessenger mail =
        AlertTestBed.mail(SERVER.getSmtp().getPort(), figures, Duration.ofSeconds(20))) {
      DeliveryOutcome outcome = mail.send("k", message, recipient.to());
      assertThat(outcome).isInstanceOf(DeliveryOutcome.Sent.class);
    }
    return SERVER.getReceivedMessages()[0];
  }

  private static byte[] png() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static Part only(List<Part> parts, String type) throws Exception {
    Optional<Part> found = Optional.empty();
    for (Part part : parts) {
      if (part.isMimeType(type)) {
        assertThat(found).as("only one " + type).isEmpty();
        found = Optional.of(part);
      }
    }
    assertThat(found).as(type + " in " + described(parts)).isPresent();
    return found.orElseThrow();
  }

  private static List<String> described(List<Part> parts) throws Exception {
    List<String> types = new ArrayList<>();
    for (Part part : parts) {
      types.add(part.getContentType());
    }
    return types;
  }

  private static List<Part> parts(Part part) throws Exception {
    List<Part> parts = new ArrayList<>();
    if (part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        BodyPart each = many.getBodyPart(i);
        parts.addAll(parts(each));
      }
    } else {
      parts.add(part);
    }
    return parts;
  }
}
