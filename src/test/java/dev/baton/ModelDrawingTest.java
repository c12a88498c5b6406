package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.ShippedModelFiles.Model;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes the picture of a process readable, as far as a ruler can tell. */
class ModelDrawingTest {

  /**
   * One sheet: the process itself, or a closed sub-process that opens on a sheet of its own.
   *
   * @param first whether it is the one that opens with the file
   */
  record Picture(Model<BpmnModelInstance> model, BpmnPlane plane, boolean first) {
    @Override
    public String toString() {
      return model.name() + " " + plane.getId();
    }
  }

  static Stream<Model<BpmnModelInstance>> processes() {
    return ShippedModelFiles.processes();
  }

  static Stream<Picture> pictures() {
    return processes()
        .flatMap(
            model -> {
              var planes = List.copyOf(model.tree().getModelElementsByType(BpmnPlane.class));
              return planes.stream().map(p -> new Picture(model, p, p == planes.get(0)));
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_node_and_every_flow_is_drawn(Model<BpmnModelInstance> model) {
    assertThat(model.tree().getModelElementsByType(FlowNode.class))
        .isNotEmpty()
        .allMatch(node -> drawn(node) instanceof BpmnShape);
    assertThat(model.tree().getModelElementsByType(SequenceFlow.class))
        .isNotEmpty()
        .allSatisfy(
            flow -> assertThat(flow.getDiagramElement().getWaypoints()).hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void a_picture_fits_on_one_screen(Picture picture) {
    assertThat(nodes(picture)).hasSizeBetween(2, 36);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void no_shape_and_no_label_lies_on_another(Picture picture) {
    List<Map.Entry<String, Rectangle2D>> boxes = new ArrayList<>();
    nodes(picture)
        .filter(node -> !(node instanceof BoundaryEvent || isOpen(node)))
        .forEach(n -> boxes.add(box(n)));
    boxes.addAll(texts(picture).entrySet());

    for (int i = 0; i < boxes.size(); i++) {
      for (var other : boxes.subList(i + 1, boxes.size())) {
        assertThat(boxes.get(i).getValue().intersects(other.getValue()))
            .as(boxes.get(i).getKey() + " on " + other.getKey())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void a_boundary_event_lies_on_its_task_and_on_nothing_else(Picture picture) {
    nodes(picture)
        .filter(BoundaryEvent.class::isInstance)
        .map(BoundaryEvent.class::cast)
        .forEach(
            event ->
                assertThat(nodes(picture).filter(node -> node != event && touches(node, event)))
                    .extracting(FlowNode::getId)
                    .containsExactly(event.getAttachedTo().getId()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void an_open_sub_process_is_drawn_around_what_is_in_it_and_nothing_else(Picture picture) {
    nodes(picture)
        .filter(ModelDrawingTest::isOpen)
        .forEach(
            around ->
                assertThat(nodes(picture).filter(node -> node != around))
                    .isNotEmpty()
                    .allMatch(
                        node ->
                            node.getParentElement() == around
                                ? box(around).getValue().contains(box(node).getValue())
                                : !touches(around, node)));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_closed_sub_process_opens_on_a_picture_of_its_own(Model<BpmnModelInstance> model) {
    assertThat(model.tree().getModelElementsByType(SubProcess.class))
        .filteredOn(each -> !isOpen(each))
        .allSatisfy(
            closed ->
                assertThat(model.tree().getModelElementsByType(BpmnPlane.class))
                    .filteredOn(plane -> plane.getBpmnElement().equals(closed))
                    .singleElement()
                    .satisfies(
                        plane ->
                            assertThat(closed.getFlowElements())
                                .filteredOn(FlowNode.class::isInstance)
                                .isNotEmpty()
                                .allMatch(node -> isOn(plane, (FlowNode) node))));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void the_picture_says_who_does_what(Model<BpmnModelInstance> model) {
    var lanes = model.tree().getModelElementsByType(Lane.class);

    assertThat(lanes).hasSizeBetween(2, 3).allMatch(lane -> !lane.getName().isBlank());
    assertThat(lanes.stream().flatMap(lane -> lane.getFlowNodeRefs().stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            model.tree().getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node.getParentElement() instanceof SubProcess))
                .toList());
    assertThat(lanes)
        .allSatisfy(
            lane ->
                assertThat(lane.getFlowNodeRefs())
                    .allMatch(node -> bounds(lane).contains(box(node).getValue())));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void no_flow_runs_through_a_text_or_a_shape(Picture picture) {
    Map<String, Rectangle2D> texts = texts(picture);
    Map<FlowNode, Rectangle2D> boxes =
        nodes(picture).collect(Collectors.toMap(Function.identity(), ModelDrawingTest::bounds));
    flows(picture)
        .forEach(
            flow -> {
              Map<String, Rectangle2D> inTheWay = new TreeMap<>(texts);
              boxes.forEach(
                  (node, box) -> {
                    if (!ends(flow, node) && flow.getParentElement() != node) {
                      inTheWay.put(node.getId(), box);
                    }
                  });
              List<Line2D> lines = lines(flow).toList();
              inTheWay.forEach(
                  (name, box) ->
                      assertThat(lines)
                          .as(flow.getId() + " through " + name)
                          .isNotEmpty()
                          .noneMatch(line -> line.intersects(box)));
            });
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void no_flow_crosses_another(Picture picture) {
    List<SequenceFlow> flows = flows(picture).toList();
    for (int i = 0; i < flows.size(); i++) {
      for (SequenceFlow other : flows.subList(i + 1, flows.size())) {
        SequenceFlow flow = flows.get(i);
        Predicate<Line2D[]> meets =
            haveAnEndInCommon(flow, other)
                ? ModelDrawingTest::cross
                : pair -> pair[0].intersectsLine(pair[1]);
        assertThat(pairs(lines(flow).toList(), lines(other).toList()))
            .as(flow.getId() + " across " + other.getId())
            .noneMatch(meets);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void a_note_is_tied_to_its_place_without_crossing_a_flow(Picture picture) {
    List<Line2D> flows = flows(picture).flatMap(ModelDrawingTest::lines).toList();

    assertThat(on(picture, Association.class))
        .allSatisfy(
            tie ->
                assertThat(pairs(lines(tie.getDiagramElement().getWaypoints()).toList(), flows))
                    .noneMatch(pair -> pair[0].intersectsLine(pair[1])));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void flows_are_level_or_upright_and_never_lead_back(Picture picture) {
    assertThat(flows(picture).flatMap(ModelDrawingTest::lines))
        .isNotEmpty()
        .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2())
        .allMatch(line -> line.getX1() <= line.getX2());
  }

  /** From the start straight to the right: past every question, to an end. */
  @ParameterizedTest
  @MethodSource("pictures")
  void the_happy_path_is_one_straight_line(Picture picture) {
    List<FlowNode> path = new ArrayList<>();
    nodes(picture)
        .filter(StartEvent.class::isInstance)
        .filter(start -> !(isOpen(start.getParentElement())))
        .forEach(path::add);
    assertThat(path).hasSize(1);
    double level = box(path.get(0)).getValue().getCenterY();

    for (FlowNode at = path.get(0); !at.getOutgoing().isEmpty(); at = path.get(path.size() - 1)) {
      assertThat(at.getOutgoing())
          .as("straight on from " + at.getId())
          .filteredOn(
              flow -> lines(flow).allMatch(line -> line.getY1() == level && line.getY2() == level))
          .singleElement()
          .satisfies(flow -> path.add(flow.getTarget()));
    }

    assertThat(path)
        .containsAll(nodes(picture).filter(UserTask.class::isInstance).toList())
        .allMatch(node -> box(node).getValue().getCenterY() == level);
  }

  private static Stream<FlowNode> nodes(Picture picture) {
    return on(picture, FlowNode.class);
  }

  private static Stream<SequenceFlow> flows(Picture picture) {
    return on(picture, SequenceFlow.class);
  }

  private static <E extends BaseElement> Stream<E> on(Picture picture, Class<E> type) {
    return picture.model().tree().getModelElementsByType(type).stream()
        .filter(element -> isOn(picture.plane(), element));
  }

  private static boolean isOn(BpmnPlane plane, BaseElement element) {
    return drawn(element).getParentElement().equals(plane);
  }

  private static boolean isOpen(ModelElementInstance element) {
    return element instanceof SubProcess around && ((BpmnShape) drawn(around)).isExpanded();
  }

  /** A closed sub-process has a shape and a plane; the shape is what a picture shows of it. */
  private static DiagramElement drawn(BaseElement element) {
    return element instanceof SubProcess
        ? element.getModelInstance().getModelElementsByType(BpmnShape.class).stream()
            .map(BpmnShape.class::cast)
            .filter(shape -> element.equals(shape.getBpmnElement()))
            .findFirst()
            .orElseThrow()
        : element.getDiagramElement();
  }

  /** Labels and notes. */
  private static Map<String, Rectangle2D> texts(Picture picture) {
    Map<String, Rectangle2D> texts = new TreeMap<>();
    for (var shape : picture.plane().getChildElementsByType(BpmnShape.class)) {
      add(texts, shape.getBpmnElement().getId(), shape.getBpmnLabel());
    }
    for (var edge : picture.plane().getChildElementsByType(BpmnEdge.class)) {
      add(texts, edge.getBpmnElement().getId(), edge.getBpmnLabel());
    }
    on(picture, TextAnnotation.class).forEach(note -> texts.put(note.getId(), bounds(note)));
    return texts;
  }

  private static void add(Map<String, Rectangle2D> labels, String of, BpmnLabel label) {
    if (label != null) {
      labels.put("label of " + of, rectangle(label.getBounds()));
    }
  }

  private static Map.Entry<String, Rectangle2D> box(FlowNode node) {
    return Map.entry(node.getId(), bounds(node));
  }

  private static Rectangle2D bounds(BaseElement element) {
    return rectangle(((BpmnShape) drawn(element)).getBounds());
  }

  private static Rectangle2D rectangle(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static boolean touches(FlowNode one, FlowNode other) {
    return box(one).getValue().intersects(box(other).getValue());
  }

  /** A flow from a boundary event starts on the task below it. */
  private static boolean ends(SequenceFlow flow, FlowNode node) {
    return flow.getSource().equals(node)
        || flow.getTarget().equals(node)
        || flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo().equals(node);
  }

  /** They part like branches or meet like rivers. */
  private static boolean haveAnEndInCommon(SequenceFlow one, SequenceFlow other) {
    return one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
  }

  /** The one goes on to both sides of the other. */
  private static boolean cross(Line2D[] pair) {
    Line2D one = pair[0];
    Line2D other = pair[1];
    return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
        && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0;
  }

  private static Stream<Line2D[]> pairs(List<Line2D> ones, List<Line2D> others) {
    return ones.stream().flatMap(one -> others.stream().map(other -> new Line2D[] {one, other}));
  }

  private static Stream<Line2D> lines(SequenceFlow flow) {
    return lines(flow.getDiagramElement().getWaypoints());
  }

  private static Stream<Line2D> lines(Iterable<Waypoint> of) {
    List<Waypoint> points = new ArrayList<>();
    of.forEach(points::add);
    return IntStream.range(1, points.size())
        .mapToObj(
            i ->
                new Line2D.Double(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()));
  }
}
