package dev.baton.booking;

import dev.baton.booking.BookingLinks.BookingLink;
import dev.baton.booking.BookingPageAssembler.Visitor;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import dev.baton.people.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Controller of {@code /book/{token}}: the page on which a lead chooses a time, and moves or
 * cancels what it booked. The token is login and proof in one; opening the page changes nothing.
 */
@Controller
@Translated
@RequestMapping("/book/{token}")
class BookingPageController {
  private final BookingLinks links;
  private final Bookings bookings;
  private final BookingCommands commands;
  private final BookingPageAssembler assembler;

  BookingPageController(
      BookingLinks links,
      Bookings bookings,
      BookingCommands commands,
      BookingPageAssembler assembler) {
    this.links = links;
    this.bookings = bookings;
    this.commands = commands;
    this.assembler = assembler;
  }

  @GetMapping
  ModelAndView look(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String zone,
      Locale locale) {
    return page(find(token), zone, null, HttpStatus.OK, locale);
  }

  /** What is posted by hand is held to what is offered. */
  @PostMapping
  ModelAndView choose(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String zone,
      Locale locale) {
    BookingLink link = find(token);
    try {
      act(link, act, at, zone);
      String back =
          "/book/"
              + token
              + BookingText.zone(zone)
                  .map(known -> "?zone=" + URLEncoder.encode(zone, StandardCharsets.UTF_8))
                  .orElse("");
      RedirectView view = new RedirectView(back);
      view.setStatusCode(HttpStatus.SEE_OTHER);
      return new ModelAndView(view);
    } catch (Conflict conflict) {
      return page(find(token), zone, told(conflict, locale), HttpStatus.CONFLICT, locale);
    }
  }

  private void act(BookingLink link, String act, @Nullable String at, @Nullable String zone) {
    Optional<Booking> booking = booking(link);
    switch (act) {
      case "book" -> commands.book(link, instant(at), BookingText.name(read(zone, link)));
      case "move" ->
          commands.move(
              booking.orElseThrow(BookingPageController::none),
              instant(at),
              BookingText.name(read(zone, link)));
      case "cancel" -> commands.cancel(booking.orElseThrow(BookingPageController::none));
      default -> throw new ApiProblem(HttpStatus.BAD_REQUEST, "Choose one of the times");
    }
  }

  private static String told(Conflict conflict, Locale locale) {
    return Sentences.in(locale, String.valueOf(conflict.getMessage())) + ".";
  }

  private static Conflict none() {
    return new Conflict("There is no meeting any more that could be changed");
  }

  private static Instant instant(@Nullable String at) {
    try {
      return Instant.parse(at == null ? "" : at);
    } catch (DateTimeParseException e) {
      throw new Conflict("Please choose one of the times");
    }
  }

  private ModelAndView page(
      BookingLink link,
      @Nullable String zone,
      @Nullable String told,
      HttpStatus status,
      Locale locale) {
    Language language = Language.of(locale.getLanguage()).orElse(Language.EN);
    Visitor visitor = new Visitor(read(zone, link), language);
    return new ModelAndView("book", status)
        .addObject("page", assembler.of(link, booking(link), visitor))
        .addObject("isZoneSaid", BookingText.zone(zone).isPresent())
        .addObject("told", told);
  }

  /** The visitor's zone, or the owner's where none is said. */
  private ZoneId read(@Nullable String zone, BookingLink link) {
    return BookingText.zone(zone).orElseGet(() -> assembler.zone(link, booking(link)));
  }

  private Optional<Booking> booking(BookingLink link) {
    return Optional.ofNullable(link.bookingId()).flatMap(bookings::find);
  }

  private BookingLink find(String token) {
    return links
        .find(token)
        .orElseThrow(
            () -> ApiProblem.notFound("There is no such link; perhaps it was cut off on its way"));
  }
}
