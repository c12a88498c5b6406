package dev.baton.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Check of all paths that notes each one that is open without a login. */
class ProtectionCheck {
  static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  /**
   * What a stranger has to reach beside the folder of the assets, and a logout, which ends nothing
   * where nobody has logged in. The links of mails have a key in their path, and this is none.
   */
  private static final Set<String> OPEN =
      Set.of(
          "GET /login",
          "GET /actuator/health",
          "GET /actuator/health/live",
          "GET /actuator/health/ready",
          // of this machine; from elsewhere it asks for a login
          "GET /actuator/prometheus",
          // without a signature they answer nobody
          "POST /slack/interactions",
          "POST /slack/commands",
          "GET /whatsapp/webhook",
          "POST /whatsapp/webhook",
          "POST /camunda/api/admin/auth/user/default/logout",
          "GET /answer/1",
          "HEAD /answer/1",
          "POST /answer/1",
          "GET /n/1",
          "HEAD /n/1",
          "GET /unsubscribe/1",
          "HEAD /unsubscribe/1",
          "POST /unsubscribe/1",
          "GET /about-you/1",
          "HEAD /about-you/1",
          "POST /about-you/1",
          "GET /welcome/1",
          "HEAD /welcome/1",
          "POST /welcome/1",
          "GET /book/1",
          "HEAD /book/1",
          "POST /book/1",
          "GET /api/questions/1",
          "HEAD /api/questions/1",
          "POST /api/questions/1",
          // which pages may frame a form is said with it; of a form that isn't there nothing is
          "GET /forms/default",
          "HEAD /forms/default",
          "POST /forms/default",
          // a website's script, and where it tells of its own hosts
          "GET /baton.js",
          "HEAD /baton.js",
          "GET /baton-form.js",
          "HEAD /baton-form.js");

  /** Ways to write it that mean the same. */
  private static final Set<PathTrick> SAME =
      EnumSet.of(PathTrick.AS_IT_IS, PathTrick.WITH_THE_HOST, PathTrick.QUERY_OF_AN_OPEN_PAGE);

  private static final Pattern LOGIN = Pattern.compile("(http://localhost(:\\d+)?)?/login(\\?.*)?");

  /** Malformed, not logged in, or a method that nobody has. */
  private static final Set<Integer> SHUT = Set.of(400, 401, 405);

  /** Where a stranger may look there may be nothing, or nothing in the form that is asked for. */
  private static final Set<Integer> NOTHING = Set.of(404, 406);

  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat [a-z]+\\.|camunda|org\\.|Tomcat|SQL");

  private static final int SIDE_BY_SIDE = 4;

  private final int port;
  private final String[] headers;

  ProtectionCheck(int port, String... headers) {
    this.port = port;
    this.headers = headers;
  }

  record Step(String method, PathTrick trick, String path) {
    boolean isOpen() {
      return SAME.contains(trick) && OPEN.contains(method + " " + path) || isInTheOpenFolder();
    }

    /** A source of a website hears its own hosts only, whatever it is called. */
    boolean isOfWebsites() {
      return method.equals("POST") && path.startsWith("/web/");
    }

    private boolean isInTheOpenFolder() {
      return method.equals("GET") && path.startsWith("/assets/");
    }

    @Override
    public String toString() {
      return method + " " + trick.on(path);
    }
  }

  /** What is wrong, in words; empty when every path is closed. */
  List<String> findings(List<Step> steps) {
    ExecutorService walkers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      return IntStream.range(0, SIDE_BY_SIDE)
          .mapToObj(
              walker ->
                  CompletableFuture.supplyAsync(
                      () -> walk(everyFourth(steps, walker).toList()), walkers))
          .toList()
          .stream()
          .flatMap(found -> found.join().stream())
          .sorted()
          .toList();
    } finally {
      walkers.shutdown();
    }
  }

  private static Stream<Step> everyFourth(List<Step> steps, int first) {
    return IntStream.iterate(first, i -> i < steps.size(), i -> i + SIDE_BY_SIDE)
        .mapToObj(steps::get);
  }

  private List<String> walk(List<Step> steps) {
    try (RawConnection connection = new RawConnection(port)) {
      return steps.stream()
          .flatMap(
              step ->
                  wrong(step, connection.ask(step.method(), step.trick().on(step.path()), headers))
                      .map(wrong -> "%s: %s".formatted(step, wrong))
                      .stream())
          .toList();
    }
  }

  static Optional<String> wrong(Step step, RawConnection.Answer answer) {
    if (step.isOpen() && (answer.status() < 300 || NOTHING.contains(answer.status()))) {
      return Optional.empty();
    }
    boolean ofAnotherHost = answer.status() == 403 && step.isOfWebsites();
    boolean toLogin = answer.status() == 302 && LOGIN.matcher(answer.header("location")).matches();
    if (!toLogin && !ofAnotherHost && !SHUT.contains(answer.status())) {
      return Optional.of(answer.status() + " " + answer.header("location"));
    }
    return INSIDE
        .matcher(answer.body())
        .results()
        .findFirst()
        .map(told -> "%d tells '%s'".formatted(answer.status(), told.group()));
  }
}
