import math
import xml.etree.ElementTree as ET

from dateutil.parser import isoparse


def task_func(gpx_data, pause_speed=0.5):
    try:
        root = ET.fromstring(gpx_data)
    except ET.ParseError:
        raise ValueError("gpx_data is not well-formed XML")

    total_points = 0
    distance = climb = moving = 0.0
    started = None
    for segment in root.iter("trkseg"):
        previous = None
        for point in segment.iter("trkpt"):
            lat, lon = math.radians(float(point.attrib["lat"])), math.radians(float(point.attrib["lon"]))
            ele = float(point.find("ele").text)
            when = isoparse(point.find("time").text)
            total_points += 1
            started = when if started is None else min(started, when)
            if previous is not None:
                plat, plon, pele, pwhen = previous
                a = math.sin((lat - plat) / 2) ** 2 + math.cos(lat) * math.cos(plat) * math.sin((lon - plon) / 2) ** 2
                d = 2 * 6371000 * math.asin(math.sqrt(a))
                dt = (when - pwhen).total_seconds()
                if dt <= 0:
                    raise ValueError("time does not advance")
                distance += d
                climb += max(ele - pele, 0)
                if d / dt >= pause_speed:
                    moving += dt
            previous = (lat, lon, ele, when)
    return {
        "points": total_points,
        "distance_m": round(distance, 1),
        "climb_m": round(climb, 1),
        "moving_s": moving,
        "started": started,
    }
