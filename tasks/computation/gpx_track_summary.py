import itertools
import math
import unittest

from dateutil.parser import isoparse
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree


def task_func(gpx_data, pause_speed=0.5):
    """Summarise the length, climb and moving time of a GPS recording in GPX 1.1.

    The document uses the namespace http://www.topografix.com/GPX/1/1. Every trkpt carries the attributes lat and
    lon in degrees and the child elements ele (metres) and time (ISO 8601 with a zone). Consecutive points form a
    step; a step never crosses from one trkseg to the next. The length of a step is its great-circle distance on a
    sphere of radius 6371000 m, elevation left aside. The climb adds up the steps that go up and ignores those that
    go down. The moving time adds up the seconds of the steps whose speed (length over seconds) is at least
    pause_speed.

    Parameters:
    - gpx_data (bytes): The GPX document.
    - pause_speed (float): Speed in m/s below which a step counts as a pause. Default 0.5.

    Returns:
    - dict: 'points' (int, all points), 'distance_m' and 'climb_m' (floats rounded to one decimal), 'moving_s'
      (float, seconds, not rounded) and 'started' (the earliest time of the recording as an aware datetime, None if
      there is no point).

    Raises:
    - ValueError: If the data is not well-formed XML, or if the time does not advance within a step.

    Requirements:
    - itertools
    - math
    - dateutil.parser
    - lxml.etree

    Example:
    >>> head = b'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
    >>> first = b'<trkpt lat="0" lon="0"><ele>5</ele><time>2024-05-01T08:00:00Z</time></trkpt>'
    >>> second = b'<trkpt lat="0.001" lon="0"><ele>9</ele><time>2024-05-01T08:01:00Z</time></trkpt>'
    >>> summary = task_func(head + first + second + b'</trkseg></trk></gpx>')
    >>> summary['distance_m'], summary['climb_m'], summary['moving_s']
    (111.2, 4.0, 60.0)
    """
    try:
        root = etree.fromstring(gpx_data)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not a GPX document: {error}") from error
    namespaces = {"gpx": "http://www.topografix.com/GPX/1/1"}

    def read(point):
        latitude, longitude = (math.radians(float(point.get(name))) for name in ("lat", "lon"))
        elevation = float(point.findtext("gpx:ele", namespaces=namespaces))
        return latitude, longitude, elevation, isoparse(point.findtext("gpx:time", namespaces=namespaces))

    def great_circle(lat_a, lon_a, lat_b, lon_b):
        haversine = (
            math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
        )
        return 2 * 6371000 * math.asin(math.sqrt(haversine))

    segments = [
        [read(point) for point in segment.iterfind("gpx:trkpt", namespaces)]
        for segment in root.iterfind(".//gpx:trkseg", namespaces)
    ]
    distance = climb = moving = 0.0
    for before, after in itertools.chain.from_iterable(map(itertools.pairwise, segments)):
        length = great_circle(*before[:2], *after[:2])
        seconds = (after[3] - before[3]).total_seconds()
        if seconds <= 0:
            raise ValueError(f"time does not advance at {after[3].isoformat()}")
        distance += length
        climb += max(after[2] - before[2], 0)
        if length / seconds >= pause_speed:
            moving += seconds
    times = [fix[3] for segment in segments for fix in segment]
    return {
        "points": len(times),
        "distance_m": round(distance, 1),
        "climb_m": round(climb, 1),
        "moving_s": moving,
        "started": min(times, default=None),
    }


class TestCases(unittest.TestCase):
    def gpx(self, *segments):
        body = "".join(
            "<trkseg>"
            + "".join(
                f'<trkpt lat="{lat}" lon="{lon}"><ele>{ele}</ele><time>{time}</time></trkpt>'
                for lat, lon, ele, time in segment
            )
            + "</trkseg>"
            for segment in segments
        )
        return f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk>{body}</trk></gpx>'.encode()

    def test_walk_with_a_pause(self):
        track = [
            (52.5, 13.4, 30.0, "2024-05-01T10:00:00+02:00"),
            (52.501, 13.4, 34.5, "2024-05-01T10:01:00+02:00"),
            (52.501, 13.4001, 33.0, "2024-05-01T10:11:00+02:00"),
            (52.501, 13.402, 40.25, "2024-05-01T10:12:30+02:00"),
        ]
        result = task_func(self.gpx(track))
        self.assertEqual(set(result), {"points", "distance_m", "climb_m", "moving_s", "started"})
        self.assertEqual(result["points"], 4)
        self.assertEqual(result["distance_m"], 246.6)
        self.assertEqual(result["climb_m"], 11.8)
        self.assertEqual(result["moving_s"], 150.0)
        self.assertEqual(result["started"], isoparse("2024-05-01T08:00:00Z"))

    def test_segments_are_not_joined(self):
        one = [(0, 0, 10, "2024-05-01T08:00:00Z"), (0.001, 0, 10, "2024-05-01T08:01:00Z")]
        two = [(5, 5, 90, "2024-05-01T07:00:00Z"), (5.001, 5, 91, "2024-05-01T07:01:00Z")]
        result = task_func(self.gpx(one, two, []))
        self.assertEqual(result["points"], 4)
        self.assertEqual(result["distance_m"], 222.4)
        self.assertEqual(result["climb_m"], 1.0)
        self.assertEqual(result["moving_s"], 120.0)
        self.assertEqual(result["started"], isoparse("2024-05-01T07:00:00Z"))

    def test_pause_speed_is_inclusive(self):
        track = [(1, 1, 0, "2024-05-01T08:00:00Z"), (1, 1, 0, "2024-05-01T08:00:07.5Z")]
        self.assertEqual(task_func(self.gpx(track))["moving_s"], 0.0)
        self.assertEqual(task_func(self.gpx(track), pause_speed=0)["moving_s"], 7.5)
        track = [(1, 1, 0, "2024-05-01T08:00:00Z"), (1, 1, 0, "2024-05-01T08:00:00.25Z")]
        self.assertEqual(task_func(self.gpx(track), pause_speed=0)["moving_s"], 0.25)

    def test_default_pause_speed_is_half_a_metre_per_second(self):
        slow = [(0, 0, 0, "2024-05-01T08:00:00Z"), (0, 0.001, 0, "2024-05-01T08:03:43Z")]
        brisk = [(0, 0, 0, "2024-05-01T08:00:00Z"), (0, 0.001, 0, "2024-05-01T08:03:42Z")]
        self.assertEqual(task_func(self.gpx(slow))["moving_s"], 0.0)
        self.assertEqual(task_func(self.gpx(brisk))["moving_s"], 222.0)

    def test_recording_without_points(self):
        self.assertEqual(
            task_func(self.gpx()),
            {"points": 0, "distance_m": 0.0, "climb_m": 0.0, "moving_s": 0.0, "started": None},
        )
        self.assertEqual(task_func(b"<gpx><trkseg><trkpt/></trkseg></gpx>")["points"], 0)

    def test_one_point_makes_no_step(self):
        result = task_func(self.gpx([(1, 2, 3, "2024-05-01T08:00:00Z")]))
        self.assertEqual((result["points"], result["distance_m"], result["climb_m"]), (1, 0.0, 0.0))

    def test_rejects_broken_xml_and_frozen_clocks(self):
        with self.assertRaises(ValueError):
            task_func(b"<gpx><trk>")
        same = "2024-05-01T08:00:00Z"
        with self.assertRaises(ValueError):
            task_func(self.gpx([(0, 0, 0, same), (1, 1, 0, same)]))
        with self.assertRaises(ValueError):
            task_func(self.gpx([(0, 0, 0, same), (1, 1, 0, "2024-05-01T09:59:59+02:00")]))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.tuples(st.integers(-80, 80), st.integers(-170, 170)),
        st.tuples(st.integers(-80, 80), st.integers(-170, 170)),
    )
    def test_distance_agrees_with_the_chord_between_unit_vectors(self, a, b):
        def vector(lat, lon):
            lat, lon = math.radians(lat), math.radians(lon)
            return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

        track = [(*a, 0, "2024-05-01T08:00:00Z"), (*b, 0, "2024-05-02T08:00:00Z")]
        expected = 2 * 6371000 * math.asin(min(1, math.dist(vector(*a), vector(*b)) / 2))
        self.assertAlmostEqual(task_func(self.gpx(track))["distance_m"], expected, delta=0.2)
