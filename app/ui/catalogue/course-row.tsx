import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { CourseFacts, CourseTags, type CourseView } from './course-facts';

/** A course in a list: what it is and what it costs. */
export function CourseRow({ course, level = 2 }: { course: CourseView; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li className="stack stack-s">
      <CourseTags course={course} />
      <Heading className="h3">
        <A to={`/courses/${course.slug}`}>
          <Text value={course.title} quiet />
        </A>
      </Heading>
      <p className="quiet measure">
        <Text value={course.summary} />
      </p>
      <CourseFacts course={course} />
    </li>
  );
}
