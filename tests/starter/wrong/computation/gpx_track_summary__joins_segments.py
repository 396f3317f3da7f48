import math

from dateutil.parser import isoparse
from lxml import etree


def task_func(gpx_data, pause_speed=0.5):
    ns = {"gpx": "http://www.topografix.com/GPX/1/1"}
    try:
        root = etree.fromstring(gpx_data)
    except etree.XMLSyntaxError as exc:
        raise ValueError("Invalid GPX data") from exc

    points = []
    for trkpt in root.findall(".//gpx:trkpt", ns):
        points.append(
            (
                float(trkpt.get("lat")),
                float(trkpt.get("lon")),
                float(trkpt.find("gpx:ele", ns).text),
                isoparse(trkpt.find("gpx:time", ns).text),
            )
        )

    distance = climb = moving = 0.0
    for (lat1, lon1, ele1, t1), (lat2, lon2, ele2, t2) in zip(points, points[1:]):
        phi1, phi2 = math.radians(lat1), math.radians(lat2)
        dphi = phi2 - phi1
        dlmb = math.radians(lon2 - lon1)
        a = math.sin(dphi / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(dlmb / 2) ** 2
        step = 2 * 6371000 * math.asin(math.sqrt(a))
        seconds = (t2 - t1).total_seconds()
        if seconds <= 0:
            raise ValueError("Time must advance")
        distance += step
        climb += max(0.0, ele2 - ele1)
        if step / seconds >= pause_speed:
            moving += seconds
    return {
        "points": len(points),
        "distance_m": round(distance, 1),
        "climb_m": round(climb, 1),
        "moving_s": moving,
        "started": min((p[3] for p in points), default=None),
    }
