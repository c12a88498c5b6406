package dev.baton.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.BatonSettings;
import dev.baton.MigratedDatabase;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelRefused;
import dev.baton.alert.delivery.ChannelSelector;
import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.delivery.DigestItems;
import dev.baton.alert.delivery.Digests;
import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.delivery.MessageBudget;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.delivery.QuietHours;
import dev.baton.alert.delivery.StaffDelivery;
import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.mail.MailMessenger;
import dev.baton.alert.mail.MailSettings;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.Channels;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadContact;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.MailFigures;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.message.TalkTrack;
import dev.baton.alert.slack.SlackActions;
import dev.baton.alert.slack.SlackMessages;
import dev.baton.alert.slack.SlackMessenger;
import dev.baton.alert.slack.SlackSettings;
import dev.baton.alert.text.MessageTexts;
import dev.baton.engine.FileDecisions;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Calendars;
import dev.baton.people.EnabledChannels;
import dev.baton.people.People;
import dev.baton.people.People.ManagerJoined;
import dev.baton.people.Person;
import dev.baton.people.Preferences;
import dev.baton.people.QueueSettings;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The room on a database of its own, wired by hand; 24 November 2026 is a Tuesday. */
public class AlertTestBed implements AutoCloseable {
  public static final BatonSettings SETTINGS =
      new BatonSettings(ZoneOffset.UTC, "https://baton.example/");

  public final MovableClock clock = new MovableClock("2026-11-24T12:25:00Z");
  final HikariDataSource database;
  public final JdbcClient jdbc;
  public final People people;
  public final Notices notices;
  public final NoticeQueue queue;
  public final AlertQueries log;
  public final Preferences preferences;
  public final Teams teams;
  public final DeadAddresses dead;
  public final FailedDeliveries stuck;
  public final List<Object> facts = new ArrayList<>();
  public final Outbox outbox;
  private final JdbcTransactionManager transactions;
  public final TransactionTemplate transaction;
  private final List<Messenger> messengers;
  private final Channels channels;
  public final Recipients recipients;
  private final QuietHours quietHours = new QuietHours(20, 7);
  private MessageBudget budget = new MessageBudget(1000);
  private final MessageTexts texts = new MessageTexts(FileDecisions.shipped());
  public final MessageRenderer renderer =
      new MessageRenderer(new ObjectMapper().registerModule(new JavaTimeModule()), texts, SETTINGS);

  public AlertTestBed(Messenger... messengers) {
    this(MigratedDatabase.h2(), messengers);
  }

  public AlertTestBed(DataSource source, Messenger... messengers) {
    this.database = new HikariDataSource();
    database.setDataSource(source);
    this.jdbc = JdbcClient.create(database);
    this.queue = new NoticeQueue(jdbc, facts::add);
    this.people = new People(jdbc, this::wake, clock);
    this.notices = new Notices(jdbc, fact -> {});
    this.log = new AlertQueries(jdbc);
    this.messengers = List.of(messengers);
    this.channels = new Channels(this.messengers);
    this.preferences = new Preferences(jdbc, reach());
    this.teams = new Teams(jdbc, new QueueSettings("unrouted"));
    this.dead = new DeadAddresses(jdbc, people, teams, channels, clock);
    this.stuck =
        new FailedDeliveries(
            jdbc,
            List.of(
                queue,
                new SlackActions(jdbc, new ObjectMapper(), facts::add),
                new SlackMessages(jdbc, facts::add, clock)),
            facts::add,
            clock);
    this.recipients = new Recipients(people, teams, availability(), dead, channels, texts);
    this.transactions = new JdbcTransactionManager(database);
    this.transaction = new TransactionTemplate(transactions);
    this.outbox =
        new Outbox(
            notices,
            recipients,
            new ChannelSelector(channels, preferences, dead, quietHours),
            renderer,
            new LeadEmailDelivery(
                mail(null, Duration.ofSeconds(1)), none(LeadEmailSource.class), clock),
            clock,
            Optional.empty());
    people.save(person("rita", "Rita Rossi", Role.SALES, "Europe/Berlin", true));
    people.save(person("mona", "Mona Maas", Role.MANAGER, "Europe/Lisbon", true));
  }

  private Availability availability() {
    return new Availability(teams, new Calendars(jdbc, ZoneOffset.UTC), new Absences(jdbc));
  }

  public static Person person(String id, String name, Role role, String zone, boolean active) {
    return new Person(id, name, id + "@baton.example", role, "emea", ZoneId.of(zone), active);
  }

  private ObjectProvider<EnabledChannels> reach() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("reach", channels);
    return beans.getBeanProvider(EnabledChannels.class);
  }

  static <T> ObjectProvider<T> none(Class<T> type) {
    return new StaticListableBeanFactory().getBeanProvider(type);
  }

  public DeliveryWorker worker(String channel) {
    Messenger messenger =
        messengers.stream().filter(m -> m.channel().equals(channel)).findFirst().orElseThrow();
    Digests digests = new Digests(notices, new DigestItems(jdbc), budget, renderer, transactions);
    return new DeliveryWorker(
        new StaffDelivery(messenger, queue, recipients, quietHours, digests, renderer, clock),
        queue,
        new ChannelFailures(jdbc, this::tell),
        transaction,
        clock);
  }

  public Health health() {
    return new ChannelsHealthIndicator(new ChannelFailures(jdbc, fact -> {}), channels).health();
  }

  private void wake(Object fact) {
    if (fact instanceof ManagerJoined joined) {
      queue.on(joined);
    }
  }

  private void tell(Object fact) {
    facts.add(fact);
    if (fact instanceof ChannelRefused refused) {
      new ChannelFailureNotices(outbox, channels, people).on(refused);
    }
  }

  public void allows(int messagesAnHour) {
    budget = new MessageBudget(messagesAnHour);
  }

  public void deliver() {
    messengers.forEach(messenger -> worker(messenger.channel()).drain());
  }

  /** The log's line of a notice on a channel. */
  public Alert alert(String key, String channel) {
    return log.list(null, null, null).stream()
        .filter(alert -> alert.key().equals(key + ":" + channel))
        .findFirst()
        .orElseThrow();
  }

  public Notice assigned(String key) {
    return notice(key, NoticeKind.ASSIGNED, "rita", false);
  }

  public Notice notice(String key, NoticeKind kind, String to, boolean urgent) {
    return new Notice(
        key,
        kind,
        "lead-1",
        "handoff-1",
        to,
        new NoticeContent.Written("Ada Lovelace of Acme is yours", pack()),
        urgent);
  }

  public LeadBriefing pack() {
    return new LeadBriefing(
            "Ada Lovelace asked for a demo. She is yours to review.",
            new LeadSummary(
                "Ada Lovelace, VP Operations, Acme Analytics GmbH",
                List.of(
                    "Requested a demo (+30)",
                    "Company has 50 to 500 people (+20)",
                    "Looked at the pricing page twice in 7 days (+15)"),
                List.of("Today 13:20 Requested a demo", "Today 13:05 Looked at the pricing page"),
                "We need this live before our January kick-off. <b>Two</b> teams & 40 seats.",
                List.of("Pricing", "Lead routing"),
                "Two visits to the pricing page since “no budget” in August",
                List.of("industry", "phone"),
                new LeadContact(
                    "ada@acme.example",
                    "+49 30 23125 042",
                    "e-mail yes",
                    true,
                    "Called, no answer, 2 hours ago")),
            "Call today, she asked for a demo.",
            clock.instant().plus(Duration.ofMinutes(220)),
            "/leads/lead-1")
        .suggesting(
            "Call today, she asked for a demo.",
            new TalkTrack(
                "You asked for a demo.", List.of("Why now?", "Who decides?"), "case study"));
  }

  public static MailMessenger mail(int port, Duration wholeCall) {
    return mail(sender(port), wholeCall);
  }

  public static MailMessenger mail(int port, MailFigures figures, Duration wholeCall) {
    return mail(sender(port), (deadline, person) -> Optional.empty(), figures, wholeCall);
  }

  private static JavaMailSender sender(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(port);
    Properties properties = sender.getJavaMailProperties();
    properties.setProperty("mail.smtp.connectiontimeout", "5000");
    properties.setProperty("mail.smtp.timeout", "5000");
    properties.setProperty("mail.smtp.writetimeout", "5000");
    return sender;
  }

  public static MailMessenger mail(JavaMailSender sender, Duration wholeCall) {
    return mail(sender, (deadline, person) -> Optional.empty(), wholeCall);
  }

  public static MailMessenger mail(
      JavaMailSender sender, AnswerLinkIssuer issuer, Duration wholeCall) {
    return mail(sender, issuer, reference -> List.of(), wholeCall);
  }

  private static MailMessenger mail(
      JavaMailSender sender, AnswerLinkIssuer issuer, MailFigures figures, Duration wholeCall) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    SpringTemplateEngine templates = new SpringTemplateEngine();
    templates.setTemplateResolver(resolver);
    return new MailMessenger(
        Optional.ofNullable(sender),
        new MailSettings("Baton <baton@baton.example>"),
        templates,
        issuer,
        figures,
        wholeCall);
  }

  public static SlackMessenger slack(String url, String fallback) {
    return slack(url, fallback, Duration.ofSeconds(10));
  }

  public static SlackMessenger slack(String url, String fallback, Duration wholeCall) {
    return new SlackMessenger(
        new SlackSettings("xoxb-test", url, fallback, null, null, "https://hooks.slack.com/"),
        wholeCall);
  }

  public static SlackMessenger slackWithoutToken() {
    return new SlackMessenger(
        new SlackSettings(
            null, "https://slack.com/api/", null, null, null, "https://hooks.slack.com/"),
        Duration.ofSeconds(1));
  }

  @Override
  public void close() {
    database.close();
  }
}
