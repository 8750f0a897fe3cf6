//! The pictograms, drawn on a square of 24: bold and plain, since they are shown 12 to 20 pixels high in the sun.

use route_guide_core::map::Symbol;
use route_guide_core::model::{Category, Mode};

use super::drawing::{Drawing, curve};

pub(super) fn drawing(symbol: Symbol) -> Drawing {
    match symbol {
        Symbol::Category(category) => category_drawing(category),
        Symbol::Mode(mode) => mode_drawing(mode),
        Symbol::FerryPier => ferry(),
        Symbol::Information => Drawing::default().disc(12.0, 4.5, 2.8).rectangle(9.6, 9.0, 14.4, 22.0),
        Symbol::Visited => Drawing::default().path(4.4, &[(4.0, 12.5), (9.5, 18.0), (20.0, 6.5)]),
        Symbol::Skipped => Drawing::default()
            .path(3.6, &[(5.0, 5.5), (11.5, 12.0), (5.0, 18.5)])
            .path(3.6, &[(12.5, 5.5), (19.0, 12.0), (12.5, 18.5)]),
        Symbol::Direction => Drawing::default().path(4.0, &[(8.0, 4.5), (15.5, 12.0), (8.0, 19.5)]),
    }
}

fn category_drawing(category: Category) -> Drawing {
    let blank = Drawing::default;
    match category {
        Category::Activity => blank().area(&[
            (12.0, 1.5),
            (15.2, 8.6),
            (22.8, 9.4),
            (17.1, 14.6),
            (18.8, 22.1),
            (12.0, 18.2),
            (5.2, 22.1),
            (6.9, 14.6),
            (1.2, 9.4),
            (8.8, 8.6),
        ]),
        Category::Beach => blank()
            .disc(12.0, 12.0, 10.0)
            .cut_rectangle(0.0, 11.0, 24.0, 24.0)
            .cut_path(1.2, &[(12.0, 2.0), (8.0, 11.5)])
            .cut_path(1.2, &[(12.0, 2.0), (16.0, 11.5)])
            .path(2.2, &[(12.0, 10.0), (12.0, 20.0)])
            .path(2.6, &[(3.0, 21.0), (21.0, 21.0)]),
        Category::Bridge => blank()
            .rectangle(1.0, 8.0, 23.0, 20.0)
            .cut_disc(6.8, 20.5, 4.4)
            .cut_disc(17.2, 20.5, 4.4)
            .path(2.0, &[(2.0, 4.5), (22.0, 4.5)])
            .path(2.0, &[(4.0, 4.5), (4.0, 9.0)])
            .path(2.0, &[(12.0, 4.5), (12.0, 9.0)])
            .path(2.0, &[(20.0, 4.5), (20.0, 9.0)]),
        Category::CastleMound => blank()
            .disc(12.0, 22.0, 11.0)
            .cut_rectangle(0.0, 20.5, 24.0, 36.0)
            .rectangle(7.0, 4.0, 17.0, 13.0)
            .cut_rectangle(9.0, 2.0, 10.8, 6.6)
            .cut_rectangle(13.2, 2.0, 15.0, 6.6),
        Category::Church => blank()
            .area(&[(12.0, 8.0), (21.0, 15.0), (21.0, 22.5), (3.0, 22.5), (3.0, 15.0)])
            .cut_rectangle(10.0, 16.5, 14.0, 23.0)
            .path(2.6, &[(12.0, 1.8), (12.0, 10.0)])
            .path(2.6, &[(8.8, 4.6), (15.2, 4.6)]),
        Category::Ferry => ferry(),
        Category::Harbour => blank()
            .ring(12.0, 4.4, 2.4, 2.0)
            .path(2.6, &[(12.0, 6.5), (12.0, 20.5)])
            .path(2.4, &[(7.0, 9.8), (17.0, 9.8)])
            .path(2.8, &curve((3.2, 13.5), (4.0, 20.8), (12.0, 21.2)))
            .path(2.8, &curve((12.0, 21.2), (20.0, 20.8), (20.8, 13.5))),
        Category::Lighthouse => blank()
            .area(&[(9.4, 9.5), (14.6, 9.5), (16.6, 22.5), (7.4, 22.5)])
            .cut_rectangle(6.0, 13.6, 18.0, 15.8)
            .rectangle(9.6, 4.6, 14.4, 8.4)
            .area(&[(12.0, 0.8), (15.6, 4.8), (8.4, 4.8)])
            .path(1.8, &[(1.8, 3.6), (6.6, 5.6)])
            .path(1.8, &[(22.2, 3.6), (17.4, 5.6)])
            .path(1.8, &[(1.8, 10.0), (6.6, 8.0)])
            .path(1.8, &[(22.2, 10.0), (17.4, 8.0)]),
        Category::Manor => blank()
            .area(&[(5.0, 5.0), (19.0, 5.0), (23.0, 11.5), (1.0, 11.5)])
            .rectangle(6.0, 1.5, 8.6, 6.0)
            .rectangle(15.4, 1.5, 18.0, 6.0)
            .rectangle(2.5, 12.5, 21.5, 22.0)
            .cut_rectangle(5.0, 14.5, 8.0, 18.5)
            .cut_rectangle(16.0, 14.5, 19.0, 18.5)
            .cut_rectangle(10.5, 15.0, 13.5, 22.5),
        Category::Monument => blank()
            .area(&[(12.0, 1.0), (14.6, 4.4), (15.6, 16.5), (8.4, 16.5), (9.4, 4.4)])
            .rectangle(6.2, 17.4, 17.8, 19.6)
            .rectangle(3.6, 20.2, 20.4, 22.8),
        Category::Museum => blank()
            .area(&[(12.0, 1.5), (22.5, 7.6), (22.5, 9.2), (1.5, 9.2), (1.5, 7.6)])
            .rectangle(3.6, 10.4, 6.8, 18.6)
            .rectangle(10.4, 10.4, 13.6, 18.6)
            .rectangle(17.2, 10.4, 20.4, 18.6)
            .rectangle(1.5, 19.6, 22.5, 22.6),
        Category::Nature => blank()
            .area(&[(12.0, 1.0), (17.6, 8.6), (6.4, 8.6)])
            .area(&[(12.0, 5.0), (19.6, 14.0), (4.4, 14.0)])
            .area(&[(12.0, 9.5), (21.6, 19.4), (2.4, 19.4)])
            .rectangle(10.4, 19.0, 13.6, 23.0),
        Category::Park => {
            blank().disc(12.0, 6.8, 5.6).disc(7.4, 11.4, 4.8).disc(16.6, 11.4, 4.8).rectangle(10.6, 12.0, 13.4, 23.0)
        }
        Category::Viewpoint => {
            let mut lens = curve((0.8, 12.0), (12.0, -1.5), (23.2, 12.0));
            lens.extend(curve((23.2, 12.0), (12.0, 25.5), (0.8, 12.0)));
            blank().area(&lens).cut_disc(12.0, 12.0, 4.9).disc(12.0, 12.0, 2.7)
        }
        Category::Village => blank()
            .area(&[(8.2, 6.0), (15.4, 12.6), (15.4, 21.5), (1.0, 21.5), (1.0, 12.6)])
            .cut_rectangle(6.4, 15.6, 10.0, 22.0)
            .area(&[(16.6, 3.0), (23.0, 8.8), (23.0, 21.5), (17.0, 21.5), (17.0, 11.6), (12.4, 7.0)]),
    }
}

fn ferry() -> Drawing {
    Drawing::default()
        .area(&[(1.2, 13.0), (22.8, 13.0), (19.4, 19.6), (4.6, 19.6)])
        .rectangle(5.0, 7.6, 18.6, 12.0)
        .cut_rectangle(7.2, 9.0, 9.4, 10.8)
        .cut_rectangle(10.9, 9.0, 13.1, 10.8)
        .cut_rectangle(14.6, 9.0, 16.8, 10.8)
        .rectangle(12.6, 3.0, 16.0, 8.0)
        .path(1.8, &[(1.5, 22.0), (22.5, 22.0)])
}

fn mode_drawing(mode: Mode) -> Drawing {
    let blank = Drawing::default;
    match mode {
        Mode::Walk => blank()
            .disc(13.2, 3.2, 2.6)
            .path(4.4, &[(12.4, 8.6), (11.6, 13.6)])
            .path(2.8, &[(11.8, 13.6), (15.2, 17.0), (16.0, 22.2)])
            .path(2.8, &[(11.2, 13.8), (10.2, 18.2), (6.6, 22.2)])
            .path(2.2, &[(12.2, 7.8), (7.6, 10.2), (6.8, 13.6)])
            .path(2.2, &[(13.4, 8.4), (16.0, 11.6), (18.8, 12.4)]),
        Mode::Bike => blank()
            .ring(5.6, 15.8, 4.4, 2.0)
            .ring(18.4, 15.8, 4.4, 2.0)
            .path(2.0, &[(5.6, 15.8), (9.2, 8.6), (15.6, 8.6), (11.6, 15.8), (5.6, 15.8)])
            .path(2.0, &[(9.2, 8.6), (11.6, 15.8)])
            .path(2.0, &[(18.4, 15.8), (15.0, 5.2), (18.2, 5.2)])
            .path(2.2, &[(7.0, 6.6), (10.8, 6.6)]),
        Mode::Car => blank()
            .area(&[
                (6.4, 5.0),
                (17.6, 5.0),
                (20.6, 11.0),
                (23.0, 12.6),
                (23.0, 18.4),
                (1.0, 18.4),
                (1.0, 12.6),
                (3.4, 11.0),
            ])
            .cut_rectangle(7.6, 6.8, 11.2, 10.6)
            .cut_rectangle(12.8, 6.8, 16.4, 10.6)
            .cut_disc(6.2, 18.4, 4.0)
            .cut_disc(17.8, 18.4, 4.0)
            .disc(6.2, 18.4, 2.7)
            .disc(17.8, 18.4, 2.7),
        Mode::Boat => {
            let mut hull = curve((0.8, 12.8), (12.0, 15.6), (23.2, 12.8));
            hull.extend(curve((23.2, 12.8), (12.0, 25.6), (0.8, 12.8)));
            blank()
                .area(&hull)
                .disc(10.6, 4.6, 2.5)
                .path(3.8, &[(10.8, 9.4), (11.4, 13.6)])
                .path(1.8, &[(19.6, 3.4), (5.6, 20.6)])
                .path(3.6, &[(19.6, 3.6), (18.4, 5.2)])
        }
        Mode::Ferry => ferry(),
    }
}
