"""bars.py HOW_MANY FOLDER"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot

names = [f"盟市{i}" for i in range(1, 25)]
values = [12 + i * 17 % 60 for i in range(1, 25)]
for _ in range(int(sys.argv[1])):
    figure, axes = plot.subplots(figsize=(12, 6.75), dpi=100)
    axes.barh(names, values)
    axes.set_title("农村生活污水治理率")
    axes.grid(axis="x")
    figure.savefig(sys.argv[2] + "/matplotlib.png")
    plot.close(figure)
