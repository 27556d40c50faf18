<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About TapeLab</source>
        <translation>关于 TapeLab</translation>
    </message>
    <message>
        <source>The icon of TapeLab</source>
        <translation>TapeLab 的图标</translation>
    </message>
    <message>
        <source>A laboratory in which you see what TensorFlow does. Every number in it comes from TensorFlow.</source>
        <translation>一个能看见 TensorFlow 在做什么的实验室。其中每个数字都来自 TensorFlow。</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>复制，用于报告问题</translation>
    </message>
    <message>
        <source>Puts the versions on the clipboard</source>
        <translation>把各个版本号复制到剪贴板</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Shows the folder with the log</source>
        <translation>显示日志所在的文件夹</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>Save as an animation</source>
        <translation>保存为动画</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>从步</translation>
    </message>
    <message>
        <source>The step that it begins with</source>
        <translation>动画从这一步开始</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>到步</translation>
    </message>
    <message>
        <source>The step that it ends with, which is always shown</source>
        <translation>动画到这一步结束，这一步总会出现</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <source>1 shows every step, 10 every tenth</source>
        <translation>1 表示每一步都有，10 表示每十步一帧</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Pixels across and down, whatever the size of the window</source>
        <translation>宽和高的像素数，与窗口大小无关</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>How fast it runs; the last frame stays for two seconds</source>
        <translation>播放的快慢；最后一帧停留两秒</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>GIF opens everywhere, and has 255 colours; APNG has all of them</source>
        <translation>GIF 到处都能打开，有 255 种颜色；APNG 有全部颜色</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存 …</translation>
    </message>
    <message>
        <source>Choose where to save it</source>
        <translation>选择保存到哪里</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close, and save nothing</source>
        <translation>关闭，什么也不保存</translation>
    </message>
    <message>
        <source>{count} frames, {seconds} seconds</source>
        <translation>{count} 帧，{seconds} 秒</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Beyond what the process had before; with ≈ it is the sum of the tensors&apos; sizes, not measured</source>
        <translation>超出进程原先占用的部分；带 ≈ 的是各张量大小之和，并非实测</translation>
    </message>
</context>
<context>
    <name>ArgumentForm</name>
    <message>
        <source>Keras&apos;s own: {value}</source>
        <translation>Keras 的默认值：{value}</translation>
    </message>
</context>
<context>
    <name>AssigningCard</name>
    <message>
        <source>Assign</source>
        <translation>赋值</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Put the value in the place of what is there, as = does</source>
        <translation>用新值替换原来的值，相当于 =</translation>
    </message>
    <message>
        <source>Add the value to what is there, as += does</source>
        <translation>在原值上加上该值，相当于 +=</translation>
    </message>
    <message>
        <source>Subtract the value from what is there, as -= does</source>
        <translation>从原值中减去该值，相当于 -=</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Which part: an index such as 0, 0, or a slice such as :, 1:; empty for the whole</source>
        <translation>哪一部分：如 0, 0 的索引，或如 :, 1: 的切片；留空表示整体</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A number, rows such as [[1], [2]], or a formula such as ones((3, 1)) or x * 2</source>
        <translation>一个数、形如 [[1], [2]] 的行，或 ones((3, 1))、x * 2 这样的公式</translation>
    </message>
    <message>
        <source>Do it (Enter in a field)</source>
        <translation>执行（在输入框中按 Enter）</translation>
    </message>
    <message>
        <source>The call as it will be</source>
        <translation>将要执行的调用</translation>
    </message>
</context>
<context>
    <name>AxisSlider</name>
    <message>
        <source>axis {axis}</source>
        <translation>轴 {axis}</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>共 {length}</translation>
    </message>
    <message>
        <source>Which position of axis {axis} is seen, from 0 to {last}</source>
        <translation>查看轴 {axis} 的哪个位置，从 0 到 {last}</translation>
    </message>
    <message>
        <source>Axis {axis} is long: from which position on its elements are seen</source>
        <translation>轴 {axis} 较长：从哪个位置开始查看它的元素</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Before and after</source>
        <translation>之前与之后</translation>
    </message>
    <message>
        <source>What stands on the right</source>
        <translation>右侧显示什么</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Show the values after the call</source>
        <translation>显示调用之后的值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Show by how much each element is different from before</source>
        <translation>显示每个元素与之前相差多少</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>This variable has no elements.</source>
        <translation>这个变量没有元素。</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>ChosenClass</name>
    <message>
        <source>Arguments: {name}</source>
        <translation>参数：{name}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
    <message>
        <source>A formula in y_true and y_pred, under a name of your own</source>
        <translation>用 y_true 和 y_pred 写的公式，名字自取</translation>
    </message>
    <message>
        <source>your own formula</source>
        <translation>自定义公式</translation>
    </message>
</context>
<context>
    <name>ClassLegend</name>
    <message>
        <source>Key to the points</source>
        <translation>点的图例</translation>
    </message>
    <message>
        <source>Full marks are trained on, rings are held out. The darker the ground, the surer the model.</source>
        <translation>实心的点用于训练，空心的点留作验证。底色越深，模型越有把握。</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>every {stride}th drawn</source>
        <translation>每 {stride} 个画一个</translation>
    </message>
</context>
<context>
    <name>ClassViewDialog</name>
    <message>
        <source>What the class sees</source>
        <translation>学生看到的内容</translation>
    </message>
    <message>
        <source>Without a tick, a part is hidden, and the project remembers it. Open a project to teach with it.</source>
        <translation>没有勾选的部分会隐藏，并记在项目里。上课时打开项目即可。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Shows everything again, in every tab</source>
        <translation>在每一页重新显示全部内容</translation>
    </message>
    <message>
        <source>Whether the class sees it: {part}</source>
        <translation>学生是否看得到：{part}</translation>
    </message>
</context>
<context>
    <name>CodeActions</name>
    <message>
        <source>Python files</source>
        <translation>Python 文件</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Save the program as a notebook</source>
        <translation>把程序保存为笔记本</translation>
    </message>
    <message>
        <source>Jupyter notebooks</source>
        <translation>Jupyter 笔记本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>复制整个程序</translation>
    </message>
    <message>
        <source>Save the whole program as a Python file</source>
        <translation>把整个程序保存为 Python 文件</translation>
    </message>
    <message>
        <source>Save the whole program as a Jupyter notebook</source>
        <translation>把整个程序保存为 Jupyter 笔记本</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Runs outside the window as it stands, and prints what is shown here</source>
        <translation>可原样在窗口之外运行，打印出这里显示的内容</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Runs outside the window as it stands, and prints what is shown here</source>
        <translation>原样在窗口之外也能运行，打印出这里显示的结果</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Learn from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>{name}  (class)</source>
        <translation>{name}（类别）</translation>
    </message>
    <message>
        <source>numbers from {low} to {high}</source>
        <translation>数值，从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>numbers from {low} to {high}, and {count} that are none</source>
        <translation>数值，从 {low} 到 {high}，另有 {count} 个不是数</translation>
    </message>
    <message>
        <source>more than a thousand different texts</source>
        <translation>超过一千种不同的文本</translation>
    </message>
    <message>
        <source>{count} values: {values}</source>
        <translation>{count} 个取值：{values}</translation>
    </message>
    <message>
        <source>{name} is the class: what is to be told.</source>
        <translation>{name} 是类别，也就是要判断的东西。</translation>
    </message>
    <message>
        <source>{name} holds text, which cannot be a feature.</source>
        <translation>{name} 是文本，不能作为特征。</translation>
    </message>
    <message>
        <source>{name} is a feature: it is learned from.</source>
        <translation>{name} 是特征，会用来学习。</translation>
    </message>
    <message>
        <source>{name} is left out; tick it to learn from it.</source>
        <translation>{name} 没有使用；勾选后就用它来学习。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Line to run</source>
        <translation>要运行的一行</translation>
    </message>
    <message>
        <source>Type a line such as e = matmul(a, b). Tab completes, Up and Down bring earlier lines back.</source>
        <translation>输入一行，例如 e = matmul(a, b)。Tab 补全，上下方向键找回之前的行。</translation>
    </message>
    <message>
        <source>e = matmul(a, b)</source>
        <translation>e = matmul(a, b)</translation>
    </message>
    <message>
        <source>↵ run</source>
        <translation>↵ 运行</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Find an action, a field or a setting …</source>
        <translation>查找操作、输入框或设置 …</translation>
    </message>
    <message>
        <source>A few letters are enough. Up and Down choose, Enter does it, Esc closes</source>
        <translation>输入几个字即可。上下键选择，回车执行，Esc 关闭</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>符合的操作</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有叫这个名字的操作。</translation>
    </message>
</context>
<context>
    <name>ComparisonPlot</name>
    <message>
        <source>Losses side by side</source>
        <translation>并列的损失</translation>
    </message>
    <message>
        <source>The loss of every batch, of the scratch loop and of Keras.</source>
        <translation>手写循环与 Keras 每个批量的损失。</translation>
    </message>
    <message>
        <source>Point at a batch for both losses; turn the wheel to see fewer batches, or more.</source>
        <translation>指向某个批量可看两边的损失；滚动滚轮可看更少或更多批量。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all batches (F, or double-click)</source>
        <translation>显示所有批量（F 键或双击）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>scratch</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>相差</translation>
    </message>
</context>
<context>
    <name>CompilePage</name>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>写法</translation>
    </message>
    <message>
        <source>strings</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>Say compile(optimizer=&quot;rmsprop&quot;) where there are no arguments</source>
        <translation>没有参数时写作 compile(optimizer=&quot;rmsprop&quot;)</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Say compile(optimizer=keras.optimizers.RMSprop())</source>
        <translation>写作 compile(optimizer=keras.optimizers.RMSprop())</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <source>How the weights follow the gradient; type to search all that Keras has</source>
        <translation>权重如何跟随梯度；输入文字可搜索 Keras 的全部优化器</translation>
    </message>
    <message>
        <source>What training makes small; type to search all that Keras has</source>
        <translation>训练要使之变小的量；输入文字可搜索 Keras 的全部损失</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What stands in the targets for the class of a point</source>
        <translation>点的类别在目标中如何表示</translation>
    </message>
    <message>
        <source>Add a metric …</source>
        <translation>添加指标……</translation>
    </message>
    <message>
        <source>What is watched besides the loss; type to search all that Keras has</source>
        <translation>除损失外还要观察的量；输入文字可搜索 Keras 的全部指标</translation>
    </message>
    <message>
        <source>Metric {number}</source>
        <translation>指标 {number}</translation>
    </message>
    <message>
        <source>A formula in y_true and y_pred, under a name of your own</source>
        <translation>用 y_true 和 y_pred 写的公式，名字自取</translation>
    </message>
    <message>
        <source>your own formula</source>
        <translation>自定义公式</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Tab puts the marked one into the line</source>
        <translation>按 Tab 把选中的一项填入</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Across what the model says, down what the point is; on the diagonal both agree</source>
        <translation>横向是模型的判断，纵向是点的真实类别；对角线上两者一致</translation>
    </message>
    <message>
        <source>said</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message>
        <source>{read} of {count} lessons read</source>
        <translation>已读 {read} 课，共 {count} 课</translation>
    </message>
    <message>
        <source>Lessons read</source>
        <translation>已读的课</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>A click opens a lesson</source>
        <translation>单击即可打开一课</translation>
    </message>
</context>
<context>
    <name>CurveChecks</name>
    <message>
        <source>symbols</source>
        <translation>符号求导</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>有限差分</translation>
    </message>
    <message>
        <source>Over the range, the largest relative difference from the derivatives that SymPy finds by rules</source>
        <translation>在整个范围内，与 SymPy 按求导法则得到的导数之间的最大相对差</translation>
    </message>
    <message>
        <source>Over the range, the largest relative difference from finite differences of the curve above</source>
        <translation>在整个范围内，与上一条曲线的有限差分之间的最大相对差</translation>
    </message>
</context>
<context>
    <name>CurveLegend</name>
    <message>
        <source>fit</source>
        <translation>fit</translation>
    </message>
    <message>
        <source>evaluate</source>
        <translation>evaluate</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Key to the curves</source>
        <translation>曲线图例</translation>
    </message>
    <message>
        <source>fit&apos;s figure of an epoch is a running mean while the weights change. evaluate asks again at the end, under the weights that the epoch ended with.</source>
        <translation>fit 给出的轮次数值是权重变化过程中的滑动平均。evaluate 在轮次结束时用最后的权重重新计算。</translation>
    </message>
</context>
<context>
    <name>CurveStack</name>
    <message>
        <source>None: the tape did not watch t.</source>
        <translation>None：梯度带没有监视 t。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The function and its derivatives. The slider below moves the point, too.</source>
        <translation>函数及其各阶导数。下方的滑块也能移动这个点。</translation>
    </message>
    <message>
        <source>Drag the point along t; the arrow keys move it, too.</source>
        <translation>沿 t 拖动这个点；方向键也能移动它。</translation>
    </message>
</context>
<context>
    <name>CurvesCard</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>The tangent has the curve&apos;s slope at the point, the parabola its bend too: the second derivative.</source>
        <translation>切线具有曲线在该点的斜率，抛物线还具有它的弯曲程度，即二阶导数。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在载入 TensorFlow …</translation>
    </message>
    <message>
        <source>each the tape&apos;s gradient of the one above</source>
        <translation>每条都是上一条的梯度</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>切线</translation>
    </message>
    <message>
        <source>parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <source>Save every batch</source>
        <translation>保存每个批量</translation>
    </message>
    <message>
        <source>Save every epoch</source>
        <translation>保存每个轮次</translation>
    </message>
    <message>
        <source>The metric that is drawn below</source>
        <translation>下方所画的指标</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss as fit says it: the mean of the epoch so far</source>
        <translation>fit 所报的损失：本轮次至今的平均</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss</source>
        <translation>损失用对数刻度</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>保存历史</translation>
    </message>
    <message>
        <source>Every batch as a CSV table …</source>
        <translation>每个批量存为 CSV 表格 …</translation>
    </message>
    <message>
        <source>Every epoch as a CSV table …</source>
        <translation>每个轮次存为 CSV 表格 …</translation>
    </message>
    <message>
        <source>Batches and epochs for TensorBoard …</source>
        <translation>批量和轮次存给 TensorBoard …</translation>
    </message>
    <message>
        <source>Which of the metrics is drawn below the loss</source>
        <translation>损失下方画哪一个指标</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>fit and evaluate</source>
        <translation>fit 与 evaluate</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>the share of each batch that is right</source>
        <translation>每个批量中正确的比例</translation>
    </message>
    <message>
        <source>Means over steps</source>
        <translation>各步的平均值</translation>
    </message>
    <message>
        <source>Over the pale curves, the mean of the last {count} steps</source>
        <translation>在浅色曲线之上，画出最近 {count} 步的平均值</translation>
    </message>
    <message>
        <source>each</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>Every step as it is</source>
        <translation>每一步原样显示</translation>
    </message>
    <message>
        <source>Save every step of all runs as a CSV table …</source>
        <translation>把所有运行的每一步保存为 CSV 表格…</translation>
    </message>
    <message>
        <source>of each step&apos;s batch, and the mean of the last {count}</source>
        <translation>每一步的批量上的损失，以及最近 {count} 步的平均值</translation>
    </message>
    <message>
        <source>of each step&apos;s batch</source>
        <translation>每一步的批量上的损失</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
</context>
<context>
    <name>DataForm</name>
    <message>
        <source>your own …</source>
        <translation>自己的数据 …</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <source>Change your own data</source>
        <translation>更改自己的数据</translation>
    </message>
    <message>
        <source>Choose another file, other columns, or how it is read.</source>
        <translation>换一个文件、换几列，或者换一种读法。</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>The feature that goes to the right in the plot.</source>
        <translation>图中向右的特征。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>The feature that goes up in the plot.</source>
        <translation>图中向上的特征。</translation>
    </message>
    <message>
        <source>Class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>The classifier learns two classes: this one is class 1 for it, all the others are class 0.</source>
        <translation>分类器学习两个类别：这一类是类别 1，其余都是类别 0。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>A table of your own</source>
        <translation>自己的表格</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Held out: a seeded permutation, given as validation_data. validation_split: Keras takes the last points as they lie. None: every point is trained on.</source>
        <translation>留出：按种子随机排列后取出，作为 validation_data。validation_split：Keras 按原有顺序取最后的点。无：所有点都用于训练。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>How much of the points validates and is not trained on</source>
        <translation>多少点用于验证而不参与训练</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Shuffle first</source>
        <translation>先打乱</translation>
    </message>
    <message>
        <source>Whether the points are permuted before fit splits them; as they lie, the last are of one class</source>
        <translation>fit 划分之前是否先打乱各点；按原有顺序，最后的点同属一类</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Decision line</source>
        <translation>分类直线</translation>
    </message>
    <message>
        <source>Colour of the points</source>
        <translation>数据点的着色方式</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Colour each point by its prediction, above 0.5 or not</source>
        <translation>按预测值是否大于 0.5 给每个点着色</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Colour each point by the class that it belongs to</source>
        <translation>按每个点真正所属的类别着色</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>The share of all points whose prediction is on the right side of 0.5</source>
        <translation>预测值落在 0.5 正确一侧的点占全部点的比例</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
</context>
<context>
    <name>DecisionPlot</name>
    <message>
        <source>Decision plot</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>The points of both classes, and the line where the prediction is 0.5. W and b can also be typed.</source>
        <translation>两个类别的点，以及预测值等于 0.5 的直线。W 和 b 也可以直接输入。</translation>
    </message>
    <message>
        <source>Drag the line to move it, its ends to turn it. Point at a mark for its numbers.</source>
        <translation>拖动直线可以平移，拖动两端可以旋转；指向一个点可以查看它的数值。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all the data (F, or double-click)</source>
        <translation>显示全部数据（F 键或双击）</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No run is open</source>
        <translation>没有打开的运行</translation>
    </message>
    <message>
        <source>Follow a training run</source>
        <translation>跟踪一次训练运行</translation>
    </message>
    <message>
        <source>A run directory is what tapelab train writes on this machine or on any other: watch its loss and its decision line while it is written, look back at every step, and lay several runs one over the other.</source>
        <translation>运行目录是 tapelab train 在这台或任何一台机器上写出的文件夹：可以边写边看损失和分类直线，回看每一步，还能把几次运行叠在一起比较。</translation>
    </message>
    <message>
        <source>Open a run directory …</source>
        <translation>打开运行目录…</translation>
    </message>
    <message>
        <source>Choose the folder of a run, on this machine or on a network share</source>
        <translation>选择一次运行的文件夹，可以在这台机器上，也可以在网络共享上</translation>
    </message>
    <message>
        <source>Train an example</source>
        <translation>训练一个例子</translation>
    </message>
    <message>
        <source>Trains three short runs now, with different optimizers, and follows them</source>
        <translation>现在用不同的优化器训练三次短的运行，并跟踪它们</translation>
    </message>
    <message>
        <source>Training …</source>
        <translation>正在训练…</translation>
    </message>
    <message>
        <source>Or drop the folder anywhere on the window.</source>
        <translation>也可以把文件夹拖放到窗口的任何地方。</translation>
    </message>
    <message>
        <source>This command in a terminal makes one:</source>
        <translation>在终端里，这条命令会产生一个：</translation>
    </message>
    <message>
        <source>Command that makes a run</source>
        <translation>产生运行的命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
</context>
<context>
    <name>ExperimentList</name>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Each is a program that was run; beside it stands what came of it</source>
        <translation>每一项都是一个运行过的程序，旁边是它的结果</translation>
    </message>
</context>
<context>
    <name>FallingBody</name>
    <message>
        <source>Falling body</source>
        <translation>下落的物体</translation>
    </message>
    <message>
        <source>The body at t; the pale marks are evenly spaced in time, so it falls faster and faster.</source>
        <translation>时刻 t 的物体；浅色标记的时间间隔相等，可见它越落越快。</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>{name} was not saved, as you wished.</source>
        <translation>已按您的意愿取消保存 {name}。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>FitBar</name>
    <message>
        <source>Reset to the same first weights</source>
        <translation>回到同样的初始权重</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>New start with another seed</source>
        <translation>换一个种子重新开始</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Shift+R</translation>
    </message>
    <message>
        <source>Stop: let fit return</source>
        <translation>停止：让 fit 返回</translation>
    </message>
    <message>
        <source>Shift+S</source>
        <translation>Shift+S</translation>
    </message>
    <message>
        <source>One batch on</source>
        <translation>前进一个批量</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>到本轮次结束</translation>
    </message>
    <message>
        <source>Shift+Right</source>
        <translation>Shift+右方向键</translation>
    </message>
    <message>
        <source>Look at the newest weights</source>
        <translation>查看最新的权重</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Look at the best weights</source>
        <translation>查看最好的权重</translation>
    </message>
    <message>
        <source>Epoch to look at</source>
        <translation>要查看的轮次</translation>
    </message>
    <message>
        <source>Look at the weights after any epoch (Left: the one before, Home: the first weights)</source>
        <translation>查看任一轮次之后的权重（左方向键：前一轮次，Home：初始权重）</translation>
    </message>
    <message>
        <source>Share of fit that is done</source>
        <translation>fit 完成的比例</translation>
    </message>
    <message>
        <source>How many of the epochs that were asked for are done</source>
        <translation>所要求的轮次已完成多少</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>轮次 {epoch}</translation>
    </message>
    <message>
        <source>of {epochs}</source>
        <translation>共 {epochs}</translation>
    </message>
    <message>
        <source>batch {batch} of {batches}</source>
        <translation>批量 {batch}/{batches}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{rate} batches/s</source>
        <translation>{rate} 批量/秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play: fit</source>
        <translation>播放：fit</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>looking at epoch {epoch}</source>
        <translation>正在查看轮次 {epoch}</translation>
    </message>
</context>
<context>
    <name>FitPage</name>
    <message>
        <source>Callbacks</source>
        <translation>回调</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often fit goes through all the points; playing on takes as many again</source>
        <translation>fit 遍历所有点多少遍；继续播放会再训练同样多遍</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many points each step learns from</source>
        <translation>每一步从多少个点学习</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>keras.callbacks.EarlyStopping: end fit when a figure no longer gets better</source>
        <translation>keras.callbacks.EarlyStopping：某个数值不再变好时结束 fit</translation>
    </message>
    <message>
        <source>Restore the best weights</source>
        <translation>恢复最好的权重</translation>
    </message>
    <message>
        <source>Whether early stopping puts the best weights back when it ends fit</source>
        <translation>提前停止结束 fit 时是否换回最好的权重</translation>
    </message>
    <message>
        <source>Keep the best weights</source>
        <translation>保留最好的权重</translation>
    </message>
    <message>
        <source>keras.callbacks.ModelCheckpoint: keep the weights of the best epoch, to look at and to save</source>
        <translation>keras.callbacks.ModelCheckpoint：保留最好的轮次的权重，可供查看和保存</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>The figure of the history that early stopping watches</source>
        <translation>提前停止所观察的历史数值</translation>
    </message>
    <message>
        <source>Stop early by</source>
        <translation>提前停止依据</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>How many epochs without a better figure are put up with</source>
        <translation>容许多少个轮次没有更好的数值</translation>
    </message>
    <message>
        <source>The figure of the history that says which epoch is best</source>
        <translation>用来判断哪个轮次最好的历史数值</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>最好的依据</translation>
    </message>
</context>
<context>
    <name>FitPlot</name>
    <message>
        <source>Curve of {name}</source>
        <translation>{name} 的曲线</translation>
    </message>
    <message>
        <source>Over the epochs. The epoch scrubber goes to an epoch, too.</source>
        <translation>随轮次变化。轮次滑块也能转到某个轮次。</translation>
    </message>
    <message>
        <source>Pale: each batch. Dots: what fit says of each epoch, a running mean while the weights change. Diamonds: what evaluate says of the same points under the weights after it. Click to look at an epoch.</source>
        <translation>浅色：每个批量。圆点：fit 对每个轮次所报的值，是权重变化过程中的滑动平均。菱形：evaluate 用该轮次之后的权重对同样的点给出的值。点击可查看某个轮次。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all epochs (F, or double-click)</source>
        <translation>显示所有轮次（F 键或双击）</translation>
    </message>
    <message>
        <source>fit says</source>
        <translation>fit 的值</translation>
    </message>
    <message>
        <source>evaluate says</source>
        <translation>evaluate 的值</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>{batch} of epoch {epoch}</source>
        <translation>轮次 {epoch} 的第 {batch} 个</translation>
    </message>
    <message>
        <source>mean so far</source>
        <translation>至今平均</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>本批量</translation>
    </message>
</context>
<context>
    <name>FocusCard</name>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>More in the glossary: {keys}</source>
        <translation>词汇里有更多说明：{keys}</translation>
    </message>
</context>
<context>
    <name>FormulaForm</name>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>What the program and the curves call it</source>
        <translation>程序和曲线中对它的称呼</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>In y_true and y_pred, such as mean(square(y_true - y_pred)); a loss needs a gradient</source>
        <translation>用 y_true 和 y_pred 书写，如 mean(square(y_true - y_pred))；损失必须有梯度</translation>
    </message>
</context>
<context>
    <name>FormulaLine</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Where the number comes from; hover another element to see its formula</source>
        <translation>这个数的由来；指向其他元素可查看它的公式</translation>
    </message>
</context>
<context>
    <name>FunctionField</name>
    <message>
        <source>(character {column})</source>
        <translation>（第 {column} 个字符）</translation>
    </message>
</context>
<context>
    <name>FunctionPanel</name>
    <message>
        <source>what t is</source>
        <translation>t 的种类</translation>
    </message>
    <message>
        <source>Function and point</source>
        <translation>函数与点</translation>
    </message>
    <message>
        <source>Function of t</source>
        <translation>t 的函数</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>A formula of t, such as 4.9*t**2 or sin(t)*exp(-t/3); Enter draws it.</source>
        <translation>关于 t 的公式，例如 4.9*t**2 或 sin(t)*exp(-t/3)；按回车键绘制。</translation>
    </message>
    <message>
        <source>The formula as mathematics</source>
        <translation>公式的数学写法</translation>
    </message>
    <message>
        <source>Where the point is; drag it, or type a number.</source>
        <translation>点的位置；可以拖动，也可以输入数字。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>The first and the last t, as in 0 … 3.</source>
        <translation>t 的起点和终点，例如 0 … 3。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>At how many points of the range the curves are computed.</source>
        <translation>在范围内的多少个点上计算曲线。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>阶数</translation>
    </message>
    <message>
        <source>How often it is differentiated: one tape for each time, up to 4.</source>
        <translation>求导的次数：每次用一层梯度带，最多 4 次。</translation>
    </message>
    <message>
        <source>t is a</source>
        <translation>t 是</translation>
    </message>
    <message>
        <source>What t is to the tapes, which decides whether they watch it.</source>
        <translation>t 对梯度带来说是什么，这决定它们是否监视它。</translation>
    </message>
    <message>
        <source>watched constant</source>
        <translation>受监视的常数</translation>
    </message>
    <message>
        <source>integer variable</source>
        <translation>整数变量</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>Compute in {dtype}, which has about {digits} digits.</source>
        <translation>用 {dtype} 计算，它大约有 {digits} 位有效数字。</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>Search the glossary</source>
        <translation>搜索词汇</translation>
    </message>
    <message>
        <source>Finds terms by their names and by what is said of them</source>
        <translation>按名称和解释查找词汇</translation>
    </message>
    <message>
        <source>No term says this; try a shorter word.</source>
        <translation>没有词汇提到它；请换一个更短的词。</translation>
    </message>
</context>
<context>
    <name>GradientsTab</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>A function of t and its derivatives, each by a tape of its own</source>
        <translation>t 的函数及其各阶导数，每一阶用一层梯度带</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>What a tape watches, and why a gradient is None</source>
        <translation>梯度带监视什么，梯度为什么是 None</translation>
    </message>
    <message>
        <source>f(x, y)</source>
        <translation>f(x, y)</translation>
    </message>
    <message>
        <source>A function of two variables, its gradient field and its Hessian</source>
        <translation>二元函数、它的梯度场和黑塞矩阵</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的页面</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>The lesson that is open</source>
        <translation>打开的这一课</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>All lessons, and which of them are read</source>
        <translation>所有的课，以及哪些已经读过</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>这些词的含义</translation>
    </message>
    <message>
        <source>Close the guide</source>
        <translation>关闭指南</translation>
    </message>
    <message>
        <source>↶  Put back what was there</source>
        <translation>↶  恢复原来的内容</translation>
    </message>
    <message>
        <source>Put back what was there</source>
        <translation>恢复原来的内容</translation>
    </message>
    <message>
        <source>The tab becomes what it was before the lesson set it up</source>
        <translation>让标签页回到课文设置它之前的样子</translation>
    </message>
    <message>
        <source>Lesson {number} of {count} · {tab}</source>
        <translation>第 {number} 课，共 {count} 课 · {tab}</translation>
    </message>
</context>
<context>
    <name>HappenedCard</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation>TensorFlow</translation>
    </message>
    <message>
        <source>The call on the variable</source>
        <translation>对变量的调用</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>The same in Python&apos;s own signs, on a NumPy array</source>
        <translation>同样的操作用 Python 的运算符写在 NumPy 数组上</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What the call gives back: the same variable, not read yet, so that calls can be chained</source>
        <translation>调用的返回值：同一个变量，尚未读取，因此可以链式调用</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Whether the name still stands for the same object</source>
        <translation>这个名称是否仍指向同一个对象</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Whether the elements still lie where they lay</source>
        <translation>元素是否仍在原来的位置</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Turn the wheel to see fewer cells, or more; drag to move; click to choose one.</source>
        <translation>滚动滚轮缩放，拖动平移，单击选择一个单元格。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the whole plane (F, or double-click)</source>
        <translation>显示整个平面（F 或双击）</translation>
    </message>
    <message>
        <source>Drawn from one in {stride} rows and columns; turn the wheel to see all.</source>
        <translation>每 {stride} 行、列取一个绘制；滚动滚轮可查看全部。</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>How many elements have a value within each bin</source>
        <translation>每个区间内有多少个元素</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>理论值</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>What fit&apos;s history holds: the means of each epoch; val_ is of the points held out</source>
        <translation>fit 的历史记录：每个轮次的平均值；val_ 是验证点的值</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>⇧→ next   ⇧← back</source>
        <translation>⇧→ 前进   ⇧← 后退</translation>
    </message>
    <message>
        <source>Shift+Right runs the next phase, Shift+Left goes back by one</source>
        <translation>Shift+→ 运行下一个阶段，Shift+← 退回上一个阶段</translation>
    </message>
    <message>
        <source>Inside a step</source>
        <translation>步骤内部</translation>
    </message>
    <message>
        <source>Inside step {step}</source>
        <translation>第 {step} 步内部</translation>
    </message>
</context>
<context>
    <name>KerasPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Page of the settings</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What is learned from, and what validates</source>
        <translation>从什么学习，用什么验证</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The layers, one after the other</source>
        <translation>依次排列的各层</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>Optimizer, loss and metrics</source>
        <translation>优化器、损失和指标</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Epochs, batches, callbacks</source>
        <translation>轮次、批量、回调</translation>
    </message>
    <message>
        <source>Does not fit yet: see {page}</source>
        <translation>尚不匹配：见“{page}”</translation>
    </message>
    <message>
        <source>Turn to the page where it is said what does not fit</source>
        <translation>转到说明哪里不匹配的那一页</translation>
    </message>
</context>
<context>
    <name>KerasTab</name>
    <message>
        <source>what a lesson set up</source>
        <translation>课文所做的设置</translation>
    </message>
    <message>
        <source>Keras is loading …</source>
        <translation>正在加载 Keras……</translation>
    </message>
    <message>
        <source>The model is being made …</source>
        <translation>正在构建模型……</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>model from a file</source>
        <translation>文件中的模型</translation>
    </message>
    <message>
        <source>What was trained then comes back.</source>
        <translation>当时训练的结果会恢复。</translation>
    </message>
</context>
<context>
    <name>LanesCard</name>
    <message>
        <source>made</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可行</translation>
    </message>
    <message>
        <source>The same on all three</source>
        <translation>三者对照</translation>
    </message>
    <message>
        <source>A NumPy array: its elements can be assigned to</source>
        <translation>NumPy 数组：可以对元素赋值</translation>
    </message>
    <message>
        <source>A Tensor never changes; an operation makes a new one</source>
        <translation>张量永不改变；运算会创建新的张量</translation>
    </message>
    <message>
        <source>A Variable changes by its own methods</source>
        <translation>变量通过自己的方法改变</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Drag the layer to another place</source>
        <translation>把该层拖到别处</translation>
    </message>
    <message>
        <source>Drag layer {number}</source>
        <translation>拖动第 {number} 层</translation>
    </message>
    <message>
        <source>Summary of layer {number}</source>
        <translation>第 {number} 层的概要</translation>
    </message>
    <message>
        <source>L1 and L2 of layer {number}</source>
        <translation>第 {number} 层的 L1 和 L2</translation>
    </message>
    <message>
        <source>Move layer {number} up</source>
        <translation>上移第 {number} 层</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+上方向键</translation>
    </message>
    <message>
        <source>Move layer {number} down</source>
        <translation>下移第 {number} 层</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+下方向键</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>移除第 {number} 层</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>How many outputs the layer has, each with weights of its own</source>
        <translation>该层有多少个输出，每个输出都有自己的权重</translation>
    </message>
    <message>
        <source>Units of layer {number}</source>
        <translation>第 {number} 层的单元数</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>What the layer makes of its weighted sums</source>
        <translation>该层如何处理加权和</translation>
    </message>
    <message>
        <source>Activation of layer {number}</source>
        <translation>第 {number} 层的激活</translation>
    </message>
    <message>
        <source>How much the sum of the weights&apos; sizes adds to the loss</source>
        <translation>权重绝对值之和以多大比例计入损失</translation>
    </message>
    <message>
        <source>L1 of layer {number}</source>
        <translation>第 {number} 层的 L1</translation>
    </message>
    <message>
        <source>How much the sum of the weights&apos; squares adds to the loss</source>
        <translation>权重平方和以多大比例计入损失</translation>
    </message>
    <message>
        <source>L2 of layer {number}</source>
        <translation>第 {number} 层的 L2</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Key to the points</source>
        <translation>数据点图例</translation>
    </message>
    <message>
        <source>A ring marks a point whose prediction is on the wrong side of 0.5.</source>
        <translation>带圈的点：预测值落在了 0.5 的错误一侧。</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>类别 0</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>wrong: {wrong}</source>
        <translation>错误：{wrong}</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Back</source>
        <translation>上一课</translation>
    </message>
    <message>
        <source>The lesson before this one</source>
        <translation>前面的一课</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>This lesson is read; on to the next one</source>
        <translation>这一课已读完，去下一课</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>No step yet</source>
        <translation>还没有任何一步</translation>
    </message>
    <message>
        <source>Decision line</source>
        <translation>分类直线</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Of {count} features there is no line in a plane: these are the weights over the steps.</source>
        <translation>有 {count} 个特征时，平面上没有直线：这里是各步的权重。</translation>
    </message>
    <message>
        <source>No weights of this run are written down.</source>
        <translation>这次运行没有写下任何权重。</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Save every step</source>
        <translation>保存每一步</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>The mean squared error over all the points, with W and b as they are</source>
        <translation>用当前的 W 和 b 在全部点上算出的均方误差</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存这次训练</translation>
    </message>
    <message>
        <source>Every step as a CSV table …</source>
        <translation>每一步存为 CSV 表格 …</translation>
    </message>
    <message>
        <source>Every step for TensorBoard …</source>
        <translation>每一步存给 TensorBoard …</translation>
    </message>
    <message>
        <source>As an animation …</source>
        <translation>存为动画 …</translation>
    </message>
    <message>
        <source>Drop the curves of earlier runs</source>
        <translation>清除先前训练留下的曲线</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss plot</source>
        <translation>损失曲线图</translation>
    </message>
    <message>
        <source>The loss of every step. The time scrubber goes to a step, too.</source>
        <translation>每一步的损失。用时间滑块也可以跳到任意一步。</translation>
    </message>
    <message>
        <source>Click or drag to look at a step; turn the wheel to see fewer steps, or more.</source>
        <translation>单击或拖动可以查看某一步；滚动滚轮可以缩小或扩大显示的步数范围。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the whole run (F, or double-click)</source>
        <translation>显示整个训练过程（F 键或双击）</translation>
    </message>
    <message>
        <source>accuracy {share} %</source>
        <translation>精度 {share} %</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>earlier branch</source>
        <translation>先前的分支</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>MakingCard</name>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The variable&apos;s name in Python, such as x</source>
        <translation>变量在 Python 中的名称，例如 x</translation>
    </message>
    <message>
        <source>trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>Whether a gradient tape watches the variable of its own accord</source>
        <translation>梯度带是否自动监视该变量</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Make variable</source>
        <translation>创建变量</translation>
    </message>
    <message>
        <source>Make the variable anew; its story begins again, and Ctrl+Z brings the old one back</source>
        <translation>重新创建变量；记录从头开始，按 Ctrl+Z 可恢复原来的变量</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Keras models (*.keras)</source>
        <translation>Keras 模型 (*.keras)</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>Put a hidden layer of 16 units before the output</source>
        <translation>在输出层之前加一个 16 单元的隐藏层</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Draws the first weights, the batches, and the points that are held out</source>
        <translation>决定初始权重、批量和留出的点</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Open a model; or drop a .keras file on the tab</source>
        <translation>打开模型；也可把 .keras 文件拖到本页</translation>
    </message>
    <message>
        <source>Summary of the model</source>
        <translation>模型概要</translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>As in {file}</source>
        <translation>与 {file} 相同</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
</context>
<context>
    <name>NewTensorCard</name>
    <message>
        <source>New tensor</source>
        <translation>新张量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the tensor is called; left empty, the next free letter</source>
        <translation>张量的名称；留空则用下一个空闲字母</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Make the tensor, with TensorFlow and with NumPy (Enter)</source>
        <translation>用 TensorFlow 和 NumPy 创建张量（Enter）</translation>
    </message>
    <message>
        <source>Make the tensor</source>
        <translation>创建张量</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoneExplainer</name>
    <message>
        <source>Why there is no gradient</source>
        <translation>为什么没有梯度</translation>
    </message>
    <message>
        <source>Apply the repair</source>
        <translation>应用修正</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Set this in one go, and start anew with it</source>
        <translation>一次设好，并以此重新开始</translation>
    </message>
</context>
<context>
    <name>NumbersCard</name>
    <message>
        <source>Numbers of the chosen run</source>
        <translation>所选运行的数值</translation>
    </message>
    <message>
        <source>Loss and accuracy: of the step&apos;s batch, before the step. The parameters: after it.</source>
        <translation>损失和精度是这一步的批量在走这一步之前的；参数是这一步之后的。</translation>
    </message>
    <message>
        <source>At no step yet</source>
        <translation>还没有任何一步</translation>
    </message>
    <message>
        <source>At step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>weight of {feature}</source>
        <translation>{feature} 的权重</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>steps per second</source>
        <translation>每秒步数</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>从开始到现在</translation>
    </message>
</context>
<context>
    <name>OperationsLine</name>
    <message>
        <source>Operations that TensorFlow executed</source>
        <translation>TensorFlow 执行的运算</translation>
    </message>
</context>
<context>
    <name>OptimizerRow</name>
    <message>
        <source>Arguments of the optimizer</source>
        <translation>优化器的参数</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手动</translation>
    </message>
</context>
<context>
    <name>OriginPicture</name>
    <message>
        <source>Where the element comes from</source>
        <translation>元素从何而来</translation>
    </message>
</context>
<context>
    <name>OwnDataForm</name>
    <message>
        <source>How it is read</source>
        <translation>怎样读取</translation>
    </message>
    <message>
        <source>What is learned</source>
        <translation>学习什么</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How the letters are written in the file.</source>
        <translation>文件中文字的编码方式。</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between the columns.</source>
        <translation>列与列之间的符号。</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>What stands before the decimals: 1.5 or 1,5.</source>
        <translation>小数部分之前的符号：1.5 或 1,5。</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Whether the first row names the columns.</source>
        <translation>首行是不是各列的名称。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The column that tells which class each row belongs to.</source>
        <translation>说明每一行属于哪个类别的列。</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Rows with a gap are left out, or a gap is filled with the mean of its column.</source>
        <translation>去掉有缺失的行，或者用该列的均值填补。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Standardise: each feature minus its mean, divided by its standard deviation, for the training.</source>
        <translation>标准化：训练时每个特征减去均值，再除以标准差。</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>point 1.5</source>
        <translation>点 1.5</translation>
    </message>
    <message>
        <source>comma 1,5</source>
        <translation>逗号 1,5</translation>
    </message>
    <message>
        <source>names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>leave rows out</source>
        <translation>去掉该行</translation>
    </message>
    <message>
        <source>fill with mean</source>
        <translation>用均值填补</translation>
    </message>
    <message>
        <source>standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>auto: {found}</source>
        <translation>自动：{found}</translation>
    </message>
</context>
<context>
    <name>OwnDataSheet</name>
    <message>
        <source>Open a table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.dat *.parquet)</source>
        <translation>表格 (*.csv *.tsv *.txt *.dat *.parquet)</translation>
    </message>
    <message>
        <source>The pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开 …</translation>
    </message>
    <message>
        <source>Choose a file with a table, as CSV for example</source>
        <translation>选择含有表格的文件，例如 CSV</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Tables that come with the program</source>
        <translation>程序自带的表格</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take the table that was copied from a spreadsheet (Ctrl+V)</source>
        <translation>使用从电子表格复制的内容（Ctrl+V）</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>用这些数据学习</translation>
    </message>
    <message>
        <source>Start training on these columns, at step 0</source>
        <translation>用这些列从第 0 步开始训练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Iris: petals of three species</source>
        <translation>鸢尾花：三个品种的花瓣</translation>
    </message>
    <message>
        <source>Penguins: two scales far apart</source>
        <translation>企鹅：两个相差很大的尺度</translation>
    </message>
    <message>
        <source>Challenger: classes that no line parts</source>
        <translation>挑战者号：没有直线能分开的类别</translation>
    </message>
    <message>
        <source>Back to the training</source>
        <translation>回到训练</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>How much has been read</source>
        <translation>已读取多少</translation>
    </message>
    <message>
        <source>Open a table, drop a file here, or paste one from a spreadsheet.</source>
        <translation>打开一个表格，把文件拖到这里，或从电子表格粘贴。</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>what a lesson set up</source>
        <translation>课文所做的设置</translation>
    </message>
</context>
<context>
    <name>Pair</name>
    <message>
        <source>Elements before</source>
        <translation>之前的元素</translation>
    </message>
    <message>
        <source>Elements after</source>
        <translation>之后的元素</translation>
    </message>
</context>
<context>
    <name>PhaseSteps</name>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Take the points of this step</source>
        <translation>取出这一步要用的数据点</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Predict: inputs times W, plus b, while the tape records</source>
        <translation>计算预测值：输入乘以 W 再加上 b，由梯度带记录</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Measure how wrong the predictions are</source>
        <translation>衡量预测值错了多少</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Run the tape backwards: how the loss changes with W and b</source>
        <translation>让梯度带反向运行：求损失随 W 和 b 如何变化</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Move W and b against their gradients</source>
        <translation>让 W 和 b 沿梯度的反方向移动</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>保存为 PNG</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation>保存为 SVG</translation>
    </message>
    <message>
        <source>SVG pictures</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>保存为 SVG …</translation>
    </message>
    <message>
        <source>{scale} × the size on the screen …</source>
        <translation>屏幕尺寸的 {scale} 倍 …</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>PointBar</name>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Where the point is</source>
        <translation>点的位置</translation>
    </message>
    <message>
        <source>Move the point along t (Left, Right; with Shift in smaller steps; Home, End)</source>
        <translation>沿 t 移动这个点（左、右方向键；按住 Shift 步子更小；Home、End）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>t = {t}</source>
        <translation>t = {t}</translation>
    </message>
    <message>
        <source>of {end}</source>
        <translation>共 {end}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>PredictPage</name>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Pairs of numbers, such as 0, 3; 3, 0. Or click in the plot.</source>
        <translation>成对的数，如 0, 3; 3, 0。也可在图中点击。</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Ask about these points in both ways, under the weights that are looked at</source>
        <translation>用所查看的权重以两种方式预测这些点</translation>
    </message>
    <message>
        <source>A million random points</source>
        <translation>一百万个随机点</translation>
    </message>
    <message>
        <source>See what both ways need of time and memory where there are many points</source>
        <translation>看看点很多时两种方式各需多少时间和内存</translation>
    </message>
    <message>
        <source>Share of the prediction that is done</source>
        <translation>预测完成的比例</translation>
    </message>
    <message>
        <source>How much of the prediction is done</source>
        <translation>预测已完成多少</translation>
    </message>
    <message>
        <source>model(x) takes all points at once and gives a tensor; predict takes them batch by batch.</source>
        <translation>model(x) 一次处理所有点并给出张量；predict 逐批处理。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Each point, what the model gives for it, and the class that this is</source>
        <translation>每个点、模型给出的值以及对应的类别</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>一次完成</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>分批进行</translation>
    </message>
    <message>
        <source>{count} points: the two answers are the same to the last bit.</source>
        <translation>{count} 个点：两种回答逐位相同。</translation>
    </message>
    <message>
        <source>{count} points: the two answers differ by {difference} at most.</source>
        <translation>{count} 个点：两种回答最多相差 {difference}。</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>The program as it was written</source>
        <translation>原来的程序</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>修正后</translation>
    </message>
    <message>
        <source>The program with the repair</source>
        <translation>修正后的程序</translation>
    </message>
    <message>
        <source>Wherever it runs, it stops with {error}.</source>
        <translation>无论在哪里运行，它都会因 {error} 而停止。</translation>
    </message>
    <message>
        <source>Wherever it runs, the gradient is {result}.</source>
        <translation>无论在哪里运行，梯度都是 {result}。</translation>
    </message>
</context>
<context>
    <name>ProjectDialogs</name>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>All that TapeLab opens ({patterns})</source>
        <translation>TapeLab 能打开的所有文件 ({patterns})</translation>
    </message>
    <message>
        <source>TapeLab projects (*.tapelab)</source>
        <translation>TapeLab 项目 (*.tapelab)</translation>
    </message>
</context>
<context>
    <name>ProjectMenu</name>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开 …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为 …</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近的项目</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Predict, then see</source>
        <translation>先预测，再看结果</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Predict again</source>
        <translation>重新预测</translation>
    </message>
    <message>
        <source>Forget the answer and predict again</source>
        <translation>忘掉这次的回答，重新预测</translation>
    </message>
    <message>
        <source>Runs here as it stands, once there is an answer</source>
        <translation>选定回答以后，程序就照原样在这里运行</translation>
    </message>
    <message>
        <source>Predict this, and run the program</source>
        <translation>预测这个结果，并运行程序</translation>
    </message>
    <message>
        <source>The program runs …</source>
        <translation>程序正在运行…</translation>
    </message>
    <message>
        <source>It raised {error}: {message}</source>
        <translation>程序引发了 {error}：{message}</translation>
    </message>
    <message>
        <source>It printed {text}.</source>
        <translation>程序打印了 {text}。</translation>
    </message>
    <message>
        <source>As predicted.</source>
        <translation>与预测一致。</translation>
    </message>
    <message>
        <source>Not as predicted.</source>
        <translation>与预测不同。</translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Whether the learning rate stays as it is, or which schedule it follows</source>
        <translation>学习率保持不变，还是遵循某种调度</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What the elements are at first</source>
        <translation>元素的初始值</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>How many elements in each dimension: 3, 1; for a scalar, ().</source>
        <translation>每个维度有多少个元素，例如 3, 1；标量写作 ()。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The middle of the normal distribution</source>
        <translation>正态分布的中心</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The standard deviation of the normal distribution, from 0 up</source>
        <translation>正态分布的标准差，不小于 0</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>The least number that can be drawn</source>
        <translation>可能抽到的最小的数</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>All numbers that are drawn are below this one</source>
        <translation>抽到的数都小于它</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The numbers, as in [[1, 2], [3, 4]]</source>
        <translation>数字，例如 [[1, 2], [3, 4]]</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The first number</source>
        <translation>第一个数</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>The numbers end before this one</source>
        <translation>到此数之前为止</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>By how much each number differs from the one before</source>
        <translation>相邻两数之差</translation>
    </message>
    <message>
        <source>How many rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>How many columns; as many as rows where this is empty</source>
        <translation>列数；留空则与行数相同</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers</source>
        <translation>相同的种子抽到相同的数</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>What kind of number each element is</source>
        <translation>每个元素是哪种数</translation>
    </message>
    <message>
        <source>random normal</source>
        <translation>随机正态</translation>
    </message>
    <message>
        <source>random uniform</source>
        <translation>随机均匀</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>全 1</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全 0</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>range</source>
        <translation>等差数列</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>tensor {name}</source>
        <translation>张量 {name}</translation>
    </message>
</context>
<context>
    <name>RegionCard</name>
    <message>
        <source>Region</source>
        <translation>决策区域</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>The share of right answers, on the points held out where there are any, under the weights shown</source>
        <translation>在所示权重下判断正确的比例，有留出的点时以其为准</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
</context>
<context>
    <name>RegionPlot</name>
    <message>
        <source>Region plot</source>
        <translation>决策区域图</translation>
    </message>
    <message>
        <source>The points of all classes, and the class that the model says at each place of the plane.</source>
        <translation>各类别的点，以及模型对平面上每一处的判断。</translation>
    </message>
    <message>
        <source>Click anywhere to ask the model about that point. Point at a mark for its numbers.</source>
        <translation>点击任意处可向模型询问该点。指向标记可看其数值。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Show all the data (F, or double-click)</source>
        <translation>显示所有数据（F 键或双击）</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出验证</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>it is</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>output here</source>
        <translation>此处输出</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Points to evaluate</source>
        <translation>要评估的点</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>验证点</translation>
    </message>
    <message>
        <source>Evaluate on the points held out from training</source>
        <translation>在留出的点上评估</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练点</translation>
    </message>
    <message>
        <source>Evaluate on the points that were trained on</source>
        <translation>在训练用的点上评估</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Call model.evaluate(…, batch_size=128) with the weights that are looked at</source>
        <translation>用所查看的权重调用 model.evaluate(…, batch_size=128)</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>What evaluate returned</source>
        <translation>evaluate 的返回值</translation>
    </message>
    <message>
        <source>As Python prints it</source>
        <translation>Python 打印出的样子</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>From this output on, a point is said to be of class 1</source>
        <translation>输出达到该值的点判为类别 1</translation>
    </message>
    <message>
        <source>Threshold and area</source>
        <translation>阈值与面积</translation>
    </message>
    <message>
        <source>The threshold, and the area under the ROC curve</source>
        <translation>阈值，以及 ROC 曲线下的面积</translation>
    </message>
    <message>
        <source>evaluate asks the model about all these points at once, without training.</source>
        <translation>evaluate 用模型计算所有这些点，不进行训练。</translation>
    </message>
    <message>
        <source>No metrics were compiled, so it is one number, the loss, and no list.</source>
        <translation>编译时没有指标，所以返回一个数，即损失，而不是列表。</translation>
    </message>
    <message>
        <source>A list: the loss, then the metrics: {names}.</source>
        <translation>一个列表：先是损失，然后是指标：{names}。</translation>
    </message>
</context>
<context>
    <name>RocPlot</name>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>The threshold slider goes along it, too.</source>
        <translation>阈值滑块也沿着它移动。</translation>
    </message>
    <message>
        <source>Across: points of class 0 taken for class 1. Up: points of class 1 found. Every place of the curve is a threshold; press to choose it.</source>
        <translation>横轴：被误判为类别 1 的类别 0 的点。纵轴：找出的类别 1 的点。曲线上每一处对应一个阈值；按下即可选用。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Show the whole curve (F, or double-click)</source>
        <translation>显示整条曲线（F 键或双击）</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>false positives</source>
        <translation>假正例</translation>
    </message>
    <message>
        <source>true positives</source>
        <translation>真正例</translation>
    </message>
</context>
<context>
    <name>RunFolders</name>
    <message>
        <source>Open a run directory</source>
        <translation>打开运行目录</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs that are open</source>
        <translation>打开的运行</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>Read so far</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Show {name} in the plots</source>
        <translation>在图中显示 {name}</translation>
    </message>
    <message>
        <source>Leave {name} out of the plots</source>
        <translation>在图中不显示 {name}</translation>
    </message>
    <message>
        <source>Close {name}; its folder stays as it is</source>
        <translation>关闭 {name}；它的文件夹保持不变</translation>
    </message>
    <message>
        <source>is being opened …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>not to be had; press to try again</source>
        <translation>无法取得；按一下再试</translation>
    </message>
    <message>
        <source>The newest loss: of its batch, before the step</source>
        <translation>最新的损失：它的批量在走这一步之前的损失</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Open a run directory …</source>
        <translation>打开运行目录…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>运行的文件夹</translation>
    </message>
    <message>
        <source>The path of a run directory. Enter opens it; or drop one on the window.</source>
        <translation>运行目录的路径，按回车打开。也可以把它拖放到窗口上。</translation>
    </message>
    <message>
        <source>path of a run directory</source>
        <translation>运行目录的路径</translation>
    </message>
</context>
<context>
    <name>RunsPlane</name>
    <message>
        <source>Decision lines of the runs</source>
        <translation>各次运行的分类直线</translation>
    </message>
    <message>
        <source>The points in the colours of their classes, and for each run the line where its prediction is 0.5.</source>
        <translation>各类颜色的点，以及每次运行的预测等于 0.5 的直线。</translation>
    </message>
    <message>
        <source>Point at a mark for its numbers; turn the wheel to see more, or less.</source>
        <translation>指向一个点可以看到它的数值；转动滚轮可以看得更多或更少。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show all the data (F, or double-click)</source>
        <translation>显示全部数据（F 或双击）</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>RunsPlot</name>
    <message>
        <source>Loss of the runs</source>
        <translation>各次运行的损失</translation>
    </message>
    <message>
        <source>The loss of each run at every step.</source>
        <translation>每次运行在每一步的损失。</translation>
    </message>
    <message>
        <source>Accuracy of the runs</source>
        <translation>各次运行的精度</translation>
    </message>
    <message>
        <source>The accuracy of each run at every step.</source>
        <translation>每次运行在每一步的精度。</translation>
    </message>
    <message>
        <source>Weights of the run</source>
        <translation>运行的权重</translation>
    </message>
    <message>
        <source>The weights of the chosen run after every step.</source>
        <translation>所选运行在每一步之后的权重。</translation>
    </message>
    <message>
        <source>The step scrubber goes to a step, too.</source>
        <translation>步数滑块也能到某一步。</translation>
    </message>
    <message>
        <source>Click or drag to look at a step; turn the wheel to see fewer steps, or more.</source>
        <translation>单击或拖动可以看某一步；转动滚轮可以看更少或更多的步。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all steps (F, or double-click)</source>
        <translation>显示所有步（F 或双击）</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>RunsTab</name>
    <message>
        <source>what a lesson set up</source>
        <translation>课文所做的设置</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>还没有任何一步</translation>
    </message>
    <message>
        <source>{name} closed</source>
        <translation>{name} 已关闭</translation>
    </message>
    <message>
        <source>Save every step of all runs</source>
        <translation>保存所有运行的每一步</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>{name} opened</source>
        <translation>{name} 已打开</translation>
    </message>
</context>
<context>
    <name>SavingLine</name>
    <message>
        <source>Saving {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop saving; what was in the file before stays in it</source>
        <translation>停止保存，文件原有的内容保持不变</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>停止保存</translation>
    </message>
    <message>
        <source>Saved so far</source>
        <translation>已保存的部分</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Follow the newest step</source>
        <translation>跟随最新的一步</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Step to look at</source>
        <translation>要看的步</translation>
    </message>
    <message>
        <source>Look at any step of the runs (Home: the first, End: the newest)</source>
        <translation>看运行的任何一步（Home：第一步，End：最新的一步）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>of {newest}</source>
        <translation>共到 {newest}</translation>
    </message>
    <message>
        <source>the newest of each run</source>
        <translation>每次运行的最新一步</translation>
    </message>
    <message>
        <source>looking back</source>
        <translation>正在回看</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play through the steps</source>
        <translation>依次播放各步</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>类别的颜色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>窗口的语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Ctrl and plus, Ctrl and minus; Ctrl+0 is the usual</source>
        <translation>Ctrl 加减号调整；Ctrl+0 恢复通常大小</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Whether menus and tooltips fade, and the caret blinks</source>
        <translation>菜单和提示是否渐变，光标是否闪烁</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Those of every set are told apart with the common colour-blindnesses, too</source>
        <translation>每一组颜色对常见的色盲也都分得清</translation>
    </message>
    <message>
        <source>blue and orange</source>
        <translation>蓝与橙</translation>
    </message>
    <message>
        <source>violet and gold</source>
        <translation>紫与金</translation>
    </message>
    <message>
        <source>dark and bright</source>
        <translation>深与浅</translation>
    </message>
    <message>
        <source>Class 0 and class 1 change colours</source>
        <translation>类别 0 与类别 1 互换颜色</translation>
    </message>
    <message>
        <source>So that class 0 has the colour that class 1 has otherwise</source>
        <translation>让类别 0 用类别 1 原来的颜色</translation>
    </message>
    <message>
        <source>The colours of the four classes</source>
        <translation>四个类别的颜色</translation>
    </message>
    <message>
        <source>TapeLab asks for no confirmations: what is done can be undone, and what is not saved is kept.</source>
        <translation>TapeLab 不需要确认：做过的可以撤销，没有保存的会保留。</translation>
    </message>
    <message>
        <source>Reset to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>All that is chosen here is as it was when TapeLab was new</source>
        <translation>这里的选择全部恢复到最初的状态</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>训练步骤</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>The weights before the next step, one for x and one for y. Type others to go on from there.</source>
        <translation>下一步之前的权重，x 和 y 各一个。输入别的值，就从那里继续训练。</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>The bias before the next step. Type another to go on from there.</source>
        <translation>下一步之前的偏置。输入别的值，就从那里继续训练。</translation>
    </message>
    <message>
        <source>Start seed</source>
        <translation>初始种子</translation>
    </message>
    <message>
        <source>Draws the first W, and the order of the points where batches are smaller than the data.</source>
        <translation>决定 W 的初始值；批量小于数据集时，还决定取点的顺序。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How W and b follow the gradient: by hand with assign_sub, or by one of Keras&apos;s optimizers.</source>
        <translation>W 和 b 如何随梯度更新：用 assign_sub 手动更新，或者交给某个 Keras 优化器。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step follows the gradient. It can be changed on the way.</source>
        <translation>每一步沿梯度走多远。训练途中也可以更改。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many points each step learns from: a number such as 16, or all of them.</source>
        <translation>每一步用多少个点来学习：一个数（如 16），或者全部。</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>自动停止</translation>
    </message>
    <message>
        <source>Play pauses after so many steps; playing on takes as many again. Or never.</source>
        <translation>播放满这么多步就暂停；继续播放，再走同样多步。也可以填“从不”。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The last time, TapeLab was ended by a crash. {path} says where.</source>
        <translation>上一次 TapeLab 因崩溃而结束。详情见 {path}。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Shows the folder with the log</source>
        <translation>显示日志所在的文件夹</translation>
    </message>
    <message>
        <source>Find an action …</source>
        <translation>查找操作 …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>设置 …</translation>
    </message>
    <message>
        <source>Guide: lessons and glossary</source>
        <translation>指南：课程与词汇表</translation>
    </message>
    <message>
        <source>What does this word mean?</source>
        <translation>这个词是什么意思？</translation>
    </message>
    <message>
        <source>Welcome …</source>
        <translation>欢迎 …</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>通常的文字大小</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>In a presentation: one step on</source>
        <translation>演示时：前进一步</translation>
    </message>
    <message>
        <source>In a presentation: one step back</source>
        <translation>演示时：后退一步</translation>
    </message>
    <message>
        <source>What the class sees …</source>
        <translation>学生看到的内容 …</translation>
    </message>
    <message>
        <source>Show all that is hidden from the class</source>
        <translation>显示对学生隐藏的全部内容</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Open the folder with the log</source>
        <translation>打开日志所在的文件夹</translation>
    </message>
    <message>
        <source>About TapeLab</source>
        <translation>关于 TapeLab</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Page Down: one step on. Page Up: one step back. F5 ends it.</source>
        <translation>Page Down：前进一步。Page Up：后退一步。F5 结束演示。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>To the next control, to the one before</source>
        <translation>到下一个控件，到前一个控件</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>↑、↓</translation>
    </message>
    <message>
        <source>In a field: the next larger, the next smaller value</source>
        <translation>在输入框中：更大、更小的下一个值</translation>
    </message>
    <message>
        <source>Enter, Esc</source>
        <translation>回车、Esc</translation>
    </message>
    <message>
        <source>In a field: take what was typed, or take it back</source>
        <translation>在输入框中：采用所输入的，或撤回</translation>
    </message>
    <message>
        <source>+, -</source>
        <translation>+、-</translation>
    </message>
    <message>
        <source>In a plot: zoom in, zoom out</source>
        <translation>在图中：放大，缩小</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+方向键</translation>
    </message>
    <message>
        <source>In a plot: see what lies beside</source>
        <translation>在图中：看旁边的部分</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处</translation>
    </message>
</context>
<context>
    <name>SideBySidePage</name>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The optimizer that both sides use</source>
        <translation>两边共用的优化器</translation>
    </message>
    <message>
        <source>Optimizer of both</source>
        <translation>两边的优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step follows the gradient</source>
        <translation>每一步沿梯度走多远</translation>
    </message>
    <message>
        <source>Learning rate of both</source>
        <translation>两边的学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many points each step learns from</source>
        <translation>每一步从多少个点学习</translation>
    </message>
    <message>
        <source>Batch size of both</source>
        <translation>两边的批量大小</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often both go through all the points</source>
        <translation>两边各遍历所有点多少遍</translation>
    </message>
    <message>
        <source>Epochs of both</source>
        <translation>两边的轮次</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Train both from the same weights on the same batches, and compare every loss</source>
        <translation>从同样的权重、用同样的批量训练两边，并比较每一个损失</translation>
    </message>
    <message>
        <source>Keras does what the notes&apos; loop does: with one start, one curve.</source>
        <translation>Keras 所做的正是笔记中的循环：起点相同，曲线就相同。</translation>
    </message>
    <message>
        <source>{steps} of {total} steps: every loss is the same to the last bit.</source>
        <translation>{steps}/{total} 步：每个损失都逐位相同。</translation>
    </message>
    <message>
        <source>{steps} of {total} steps: the losses differ by {difference} of their size at most.</source>
        <translation>{steps}/{total} 步：损失的相对差最大为 {difference}。</translation>
    </message>
</context>
<context>
    <name>SliceBar</name>
    <message>
        <source>down</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Which axis of the tensor runs down</source>
        <translation>张量的哪个轴沿纵向排列</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Which axis of the tensor runs across</source>
        <translation>张量的哪个轴沿横向排列</translation>
    </message>
    <message>
        <source>The part of the tensor that is seen</source>
        <translation>当前查看的张量部分</translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation>轴 {axis}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Decision line</source>
        <translation>分类直线</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>accuracy {share} %</source>
        <translation>精度 {share} %</translation>
    </message>
</context>
<context>
    <name>StepsPicture</name>
    <message>
        <source>What the tape recorded</source>
        <translation>梯度带记录了什么</translation>
    </message>
    <message>
        <source>the tape recorded nothing</source>
        <translation>梯度带什么也没有记录</translation>
    </message>
    <message>
        <source>the tape recorded {count} of {all} operations</source>
        <translation>梯度带记录了 {all} 个运算中的 {count} 个</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>被监视</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>未被监视</translation>
    </message>
</context>
<context>
    <name>SurfaceCard</name>
    <message>
        <source>f(x, y)</source>
        <translation>f(x, y)</translation>
    </message>
    <message>
        <source>arrows: its gradient, by the tape</source>
        <translation>箭头：由梯度带得出的梯度</translation>
    </message>
    <message>
        <source>gradient field</source>
        <translation>梯度场</translation>
    </message>
    <message>
        <source>Show tape.gradient at 225 places; the arrows point up the slope</source>
        <translation>在 225 处显示 tape.gradient；箭头指向上坡</translation>
    </message>
    <message>
        <source>Spacing of the colours</source>
        <translation>颜色的间隔</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Space the colours as the values want it</source>
        <translation>按数值的需要安排颜色</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>The same step in value, the same step in colour</source>
        <translation>数值的步长相同，颜色的步长也相同</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Fine steps where most values are, coarse ones far away from them</source>
        <translation>多数数值所在处步长细，远离它们处步长粗</translation>
    </message>
    <message>
        <source>Pink: the quadratic model. Cross: the axes of curvature.</source>
        <translation>粉色：二次模型的等高线。十字：曲率的主轴。</translation>
    </message>
</context>
<context>
    <name>SurfaceChecks</name>
    <message>
        <source>against symbols</source>
        <translation>与符号求导相比</translation>
    </message>
    <message>
        <source>finite differences</source>
        <translation>与有限差分相比</translation>
    </message>
    <message>
        <source>Nothing to compare here: one of the two is not finite.</source>
        <translation>这里无从比较：两者之一不是有限的。</translation>
    </message>
    <message>
        <source>The largest difference as a share of the largest entry. Gradient: {gradient}, Hessian: {hessian}.</source>
        <translation>最大的差，以最大元素的比例表示。梯度：{gradient}，海森矩阵：{hessian}。</translation>
    </message>
</context>
<context>
    <name>SurfaceDescentBar</name>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Descend from here</source>
        <translation>从这里下降</translation>
    </message>
    <message>
        <source>Back to where the descent began</source>
        <translation>回到下降的起点</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格键</translation>
    </message>
    <message>
        <source>One step down: point.assign_sub(gradient * learning_rate)</source>
        <translation>下降一步：point.assign_sub(gradient * learning_rate)</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far a step goes: the gradient times this. Up and Down change it.</source>
        <translation>一步走多远：梯度乘以它。上下键可以改变它。</translation>
    </message>
    <message>
        <source>Steps taken</source>
        <translation>已走的步数</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>f = {value}</source>
        <translation>f = {value}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Descend step by step</source>
        <translation>逐步下降</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>SurfaceNumbers</name>
    <message>
        <source>Numbers at the point</source>
        <translation>该点的数值</translation>
    </message>
    <message>
        <source>Gradient: tape.gradient. Hessian: outer_tape.jacobian of it. Eigenvalues: tf.linalg.eigh.</source>
        <translation>梯度：tape.gradient。海森矩阵：对它用 outer_tape.jacobian。特征值：tf.linalg.eigh。</translation>
    </message>
    <message>
        <source>along</source>
        <translation>沿</translation>
    </message>
</context>
<context>
    <name>SurfacePage</name>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>The function is being worked out …</source>
        <translation>正在计算函数…</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>SurfacePlaceCard</name>
    <message>
        <source>At the point</source>
        <translation>在该点</translation>
    </message>
    <message>
        <source>by two nested tapes</source>
        <translation>由两层嵌套的梯度带得出</translation>
    </message>
</context>
<context>
    <name>SurfacePlot</name>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>The function in colours. The point can also be typed on the left.</source>
        <translation>用颜色表示的函数。该点也可以在左边输入。</translation>
    </message>
    <message>
        <source>Drag the point, or move it by the arrow keys; with Shift by ten steps. Wheel: zoom.</source>
        <translation>拖动该点，或用方向键移动它；按住 Shift 每次十步。滚轮：缩放。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the whole picture (F, or double-click)</source>
        <translation>显示整幅图像（F 键或双击）</translation>
    </message>
</context>
<context>
    <name>SurfaceSettings</name>
    <message>
        <source>Function and point</source>
        <translation>函数与点</translation>
    </message>
    <message>
        <source>Function of x and y</source>
        <translation>x 和 y 的函数</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Check of gradient and Hessian</source>
        <translation>检验梯度和海森矩阵</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>A formula about x and y, such as x**2 - y**2; Enter shows it.</source>
        <translation>关于 x 和 y 的公式，例如 x**2 - y**2；按回车键显示。</translation>
    </message>
    <message>
        <source>loss(W[0], W[1])</source>
        <translation>loss(W[0], W[1])</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>The classifier&apos;s bias, which stays the same everywhere.</source>
        <translation>分类器的偏置，它处处保持不变。</translation>
    </message>
    <message>
        <source>Where the point is; drag it in the picture, or type a number.</source>
        <translation>该点的位置；可以在图像中拖动它，或输入一个数。</translation>
    </message>
    <message>
        <source>{name} from, to</source>
        <translation>{name} 从、到</translation>
    </message>
    <message>
        <source>The left and the right edge of the picture.</source>
        <translation>图像的左边缘和右边缘。</translation>
    </message>
    <message>
        <source>The lower and the upper edge of the picture.</source>
        <translation>图像的下边缘和上边缘。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Into how many steps each side is divided; the function is worked out at each.</source>
        <translation>每边分成多少步；函数在每一步处都计算。</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>Compute in {dtype}, which has about {digits} digits.</source>
        <translation>用 {dtype} 计算，它大约有 {digits} 位数字。</translation>
    </message>
</context>
<context>
    <name>TapePicture</name>
    <message>
        <source>{call}, recorded too:</source>
        <translation>{call}，也记录在内：</translation>
    </message>
</context>
<context>
    <name>TapesCard</name>
    <message>
        <source>Inside the tapes</source>
        <translation>梯度带内部</translation>
    </message>
    <message>
        <source>shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Show the operations that only mind shapes, too</source>
        <translation>同时显示只处理形状的运算</translation>
    </message>
    <message>
        <source>Operations that the tapes recorded</source>
        <translation>梯度带记录的运算</translation>
    </message>
    <message>
        <source>Slopes of the chosen operation</source>
        <translation>所选运算的斜率</translation>
    </message>
    <message>
        <source>The chain rule with numbers</source>
        <translation>带数字的链式法则</translation>
    </message>
    <message>
        <source>at {name} = {value}</source>
        <translation>在 {name} = {value} 处</translation>
    </message>
    <message>
        <source>Choose an operation to see its slope. The slopes multiply:</source>
        <translation>选择一个运算以查看它的斜率。各斜率相乘：</translation>
    </message>
    <message>
        <source>It has no slope.</source>
        <translation>它没有斜率。</translation>
    </message>
</context>
<context>
    <name>TensorRow</name>
    <message>
        <source>min {least}, max {most}, mean {mean}</source>
        <translation>最小 {least}，最大 {most}，均值 {mean}</translation>
    </message>
    <message>
        <source>not finite: {count}</source>
        <translation>非有限值：{count} 个</translation>
    </message>
    <message>
        <source>elements: {count}</source>
        <translation>元素：{count} 个</translation>
    </message>
</context>
<context>
    <name>TensorView</name>
    <message>
        <source>How the tensor is shown</source>
        <translation>张量的显示方式</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Show the elements as numbers</source>
        <translation>把元素显示为数字</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Show the elements as colours</source>
        <translation>把元素显示为颜色</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Show statistics and a histogram</source>
        <translation>显示统计量和直方图</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>About the tensor</source>
        <translation>关于这个张量</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected elements, for a spreadsheet</source>
        <translation>复制所选元素，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Copy as np.array(…)</source>
        <translation>复制为 np.array(…)</translation>
    </message>
    <message>
        <source>Copy the whole tensor as Python</source>
        <translation>把整个张量复制为 Python 代码</translation>
    </message>
    <message>
        <source>This tensor is empty: a shape of {shape} has no elements.</source>
        <translation>这个张量是空的：形状 {shape} 没有元素。</translation>
    </message>
    <message>
        <source>Strings have no heat map.</source>
        <translation>字符串没有热图。</translation>
    </message>
    <message>
        <source>A scalar: one element, and no dimension.</source>
        <translation>标量：一个元素，没有维度。</translation>
    </message>
</context>
<context>
    <name>TensorsTab</name>
    <message>
        <source>Ctrl+N new   Ctrl+Z undo</source>
        <translation>Ctrl+N 新建   Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>Type a line such as a = ones((2, 2)), or press + New.</source>
        <translation>输入一行，例如 a = ones((2, 2))，或点按“+ 新建”。</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>One state back</source>
        <translation>后退一个状态</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>One state on</source>
        <translation>前进一个状态</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>State to look at</source>
        <translation>要查看的状态</translation>
    </message>
    <message>
        <source>Look at any state (Home: the first, End: the newest)</source>
        <translation>查看任意状态（Home：最早，End：最新）</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>state {state}</source>
        <translation>状态 {state}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count}</translation>
    </message>
    <message>
        <source>{count} older dropped</source>
        <translation>已丢弃较早的 {count} 个</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play through the states</source>
        <translation>依次播放各个状态</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>ToolSwitch</name>
    <message>
        <source>What the mouse does to the points</source>
        <translation>鼠标对点的作用</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at the points, and drag the line (Esc)</source>
        <translation>查看各点，拖动直线（Esc）</translation>
    </message>
    <message>
        <source>Draw 0</source>
        <translation>画 0</translation>
    </message>
    <message>
        <source>Click or drag to draw points of class 0; drag a point to move it (Ctrl+Z undoes it)</source>
        <translation>单击或拖动以画出类别 0 的点；拖动一个点可移动它（Ctrl+Z 撤销）</translation>
    </message>
    <message>
        <source>Draw 1</source>
        <translation>画 1</translation>
    </message>
    <message>
        <source>Click or drag to draw points of class 1; drag a point to move it (Ctrl+Z undoes it)</source>
        <translation>单击或拖动以画出类别 1 的点；拖动一个点可移动它（Ctrl+Z 撤销）</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Click or drag over points to erase them (Ctrl+Z undoes it)</source>
        <translation>单击或拖过点以擦除它们（Ctrl+Z 撤销）</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Guide: lessons and glossary</source>
        <translation>指南：课程与词汇</translation>
    </message>
    <message>
        <source>Go to the tab {tab}</source>
        <translation>转到 {tab} 页</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>{tab} (Ctrl+{number})</source>
        <translation>{tab} (Ctrl+{number})</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>Your own data are read …</source>
        <translation>正在读取自己的数据 …</translation>
    </message>
    <message>
        <source>what a lesson set up</source>
        <translation>课文所做的设置</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow……</translation>
    </message>
    <message>
        <source>The points are being made …</source>
        <translation>正在生成数据点…</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>points drawn by hand</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <source>W and b</source>
        <translation>W 和 b</translation>
    </message>
    <message>
        <source>decision line</source>
        <translation>分类直线</translation>
    </message>
    <message>
        <source>The step of that run comes back.</source>
        <translation>那次运行的那一步会恢复。</translation>
    </message>
    <message>
        <source>The {steps} steps of that run come back.</source>
        <translation>那次运行的 {steps} 步会恢复。</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Reset to the same start</source>
        <translation>重置，回到同一起点</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>New start with other first weights</source>
        <translation>换一组初始权重，重新开始</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Shift+R</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Into the step: run its next phase</source>
        <translation>进入步骤内部：运行下一个阶段</translation>
    </message>
    <message>
        <source>Shift+Right; Shift+Left: one phase back</source>
        <translation>Shift+→；Shift+← 退回一个阶段</translation>
    </message>
    <message>
        <source>Step to look at</source>
        <translation>要查看的步</translation>
    </message>
    <message>
        <source>Look at any recorded step (Home: the first, End: the newest)</source>
        <translation>查看任意一个已记录的步（Home：第一步，End：最新一步）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How many steps a second, from 1 to as fast as it goes</source>
        <translation>每秒多少步，从 1 步到全速</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>{speed} /s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>of {stop}</source>
        <translation>共 {stop} 步</translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation>{rate} 步/秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>As written</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修正后</translation>
    </message>
    <message>
        <source>Each program has really run. Up and Down go through them, Enter applies the repair.</source>
        <translation>每个程序都真正运行过。用上下键逐个查看，按 Enter 应用修正。</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Take the repair back</source>
        <translation>撤销修正</translation>
    </message>
    <message>
        <source>Go back to the program as it was written</source>
        <translation>回到原来的程序</translation>
    </message>
    <message>
        <source>Apply the repair</source>
        <translation>应用修正</translation>
    </message>
    <message>
        <source>Change the program as said, and run it</source>
        <translation>按所说的修改程序并运行</translation>
    </message>
</context>
<context>
    <name>TwinCard</name>
    <message>
        <source>TensorFlow beside NumPy</source>
        <translation>TensorFlow 与 NumPy 对照</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可行</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A tf.Variable of the same values takes it</source>
        <translation>取值相同的 tf.Variable 可以这样赋值</translation>
    </message>
</context>
<context>
    <name>UndoButtons</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>撤销：{change}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation>重做：{change}</translation>
    </message>
</context>
<context>
    <name>WatchingPage</name>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>WatchingPanel</name>
    <message>
        <source>Function and experiments</source>
        <translation>函数与实验</translation>
    </message>
    <message>
        <source>Function of t</source>
        <translation>t 的函数</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>A formula of t; all the programs are about it. Enter runs them.</source>
        <translation>关于 t 的公式；所有程序都用它。按回车键运行。</translation>
    </message>
    <message>
        <source>Where the gradient is asked for.</source>
        <translation>在哪里求梯度。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>See what TensorFlow does</source>
        <translation>看见 TensorFlow 在做什么</translation>
    </message>
    <message>
        <source>Tensors, variables, gradient tapes, a training step taken apart, and Keras: all of it runs for real, forward and back, and its program is yours to take away. {count} short lessons lead through it.</source>
        <translation>张量、变量、梯度带、拆开来看的训练步骤，还有 Keras：一切都真实运行，可进可退，程序都可以带走。{count} 节短课带着走完全程。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Start the first lesson</source>
        <translation>开始第一课</translation>
    </message>
    <message>
        <source>Opens the guide beside the tensors</source>
        <translation>在张量旁边打开指南</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>随便看看</translation>
    </message>
    <message>
        <source>Closes this; it will not come back by itself</source>
        <translation>关闭欢迎页，它不会再自行出现</translation>
    </message>
    <message>
        <source>The lessons are always there: {keys} opens them.</source>
        <translation>课程一直都在：按 {keys} 即可打开。</translation>
    </message>
</context>
<context>
    <name>WindowProject</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The last time, something was not saved. It was kept.</source>
        <translation>上次有内容没有保存。它已经留存下来。</translation>
    </message>
    <message>
        <source>What was here before had not been saved. It was kept.</source>
        <translation>之前这里的内容没有保存。它已经留存下来。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show it in place of what is here now</source>
        <translation>用它替换现在的内容</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>永久删除</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Code and results</source>
        <translation>代码与结果</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The program that prints what is shown here</source>
        <translation>能打印出这里所示结果的程序</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What evaluate returns, what is right and wrong, the history</source>
        <translation>evaluate 的返回值、判断的对错、历史</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>New points: model(x) against predict(x)</source>
        <translation>新的点：model(x) 与 predict(x) 对比</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并列比较</translation>
    </message>
    <message>
        <source>The scratch loop against Keras, loss by loss</source>
        <translation>手写循环与 Keras 逐个损失对比</translation>
    </message>
</context>
<context>
    <name>WorkspacePanel</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ 新建</translation>
    </message>
    <message>
        <source>New tensor</source>
        <translation>新张量</translation>
    </message>
    <message>
        <source>Make a tensor: ones, zeros, random numbers, a range and more (Ctrl+N)</source>
        <translation>创建张量：全 1、全 0、随机数、等差数列等（Ctrl+N）</translation>
    </message>
    <message>
        <source>Tensors of the workspace</source>
        <translation>工作区中的张量</translation>
    </message>
    <message>
        <source>Undo the last line</source>
        <translation>撤销上一行</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Remove the chosen tensor</source>
        <translation>移除所选张量</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Empty the workspace; Undo brings it back</source>
        <translation>清空工作区；可撤销恢复</translation>
    </message>
    <message>
        <source>1 tensor, {size}</source>
        <translation>1 个张量，{size}</translation>
    </message>
    <message>
        <source>{count} tensors, {size}</source>
        <translation>{count} 个张量，{size}</translation>
    </message>
</context>
<context>
    <name>curves</name>
    <message>
        <source>free fall</source>
        <translation>自由落体</translation>
    </message>
    <message>
        <source>The speed grows evenly: the acceleration is always the same.</source>
        <translation>速度均匀增大：加速度始终不变。</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>弹簧</translation>
    </message>
    <message>
        <source>Swings that die away; the acceleration works against the place.</source>
        <translation>逐渐衰减的振动；加速度总与位移相反。</translation>
    </message>
    <message>
        <source>The slope is 0.25 at most, and vanishes to both sides.</source>
        <translation>斜率最大为 0.25，向两侧趋于消失。</translation>
    </message>
    <message>
        <source>cubic</source>
        <translation>三次函数</translation>
    </message>
    <message>
        <source>Where the second derivative is 0, the curve bends over.</source>
        <translation>二阶导数为 0 的地方，曲线改变弯曲方向。</translation>
    </message>
    <message>
        <source>A kink: the slope jumps from 0 to 1; at 0 itself it is 0.</source>
        <translation>一个折点：斜率从 0 跳到 1；在 0 处取 0。</translation>
    </message>
    <message>
        <source>A kink: the slope jumps from −1 to 1; at 0 itself it is 0.</source>
        <translation>一个折点：斜率从 −1 跳到 1；在 0 处取 0。</translation>
    </message>
    <message>
        <source>pole</source>
        <translation>极点</translation>
    </message>
    <message>
        <source>At 0 there is no value: the two branches are not joined.</source>
        <translation>在 0 处没有值：两个分支互不相连。</translation>
    </message>
    <message>
        <source>composed</source>
        <translation>复合函数</translation>
    </message>
    <message>
        <source>The chain rule: the inner slope, 2·t, makes the waves steeper.</source>
        <translation>链式法则：内层的斜率 2·t 使波越来越陡。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>acceleration</source>
        <translation>加速度</translation>
    </message>
    <message>
        <source>jerk</source>
        <translation>加加速度</translation>
    </message>
    <message>
        <source>snap</source>
        <translation>加加加速度</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Without a gradient there is no slope to draw: the tape did not watch t.</source>
        <translation>没有梯度就没有斜率可画：梯度带没有监视 t。</translation>
    </message>
    <message>
        <source>Drag the point. The pink line is the tangent: its slope on one curve is the value on the next.</source>
        <translation>拖动这个点。粉色的线是切线：它在一条曲线上的斜率就是下一条曲线上的值。</translation>
    </message>
    <message>
        <source>gradient() gives None: above are the reason and the repair, which is one click.</source>
        <translation>gradient() 得到 None：上方是原因和修正，点击一下即可应用。</translation>
    </message>
    <message>
        <source>{name} no longer depends on t, so gradient() would give None; with unconnected_gradients it gives the 0 that it is.</source>
        <translation>{name} 不再依赖 t，gradient() 会给出 None；加上 unconnected_gradients 就给出真正的值 0。</translation>
    </message>
    <message>
        <source>The tape recorded how {name} came from t, and goes the way back to the slope.</source>
        <translation>梯度带记录了 {name} 如何由 t 得来，再沿原路返回求出斜率。</translation>
    </message>
    <message>
        <source>The inner gradient is taken inside the outer tape, so the outer tape can differentiate it again. Outside, it would be None.</source>
        <translation>内层梯度是在外层梯度带之内求的，所以外层梯度带可以再次对它求导。放在外面就会是 None。</translation>
    </message>
    <message>
        <source>Each gradient is taken inside the next tape, so that {tape} can differentiate it again. Outside, it would be None.</source>
        <translation>每个梯度都在下一层梯度带之内求出，所以 {tape} 可以再次对它求导。放在外面就会是 None。</translation>
    </message>
    <message>
        <source>At t = {start} {name} is NaN, no number: the curve breaks there.</source>
        <translation>在 t = {start} 处 {name} 是 NaN，不是数：曲线在那里断开。</translation>
    </message>
    <message>
        <source>From t = {start} to {end} {name} is NaN, no number: the curve breaks there.</source>
        <translation>从 t = {start} 到 {end}，{name} 是 NaN，不是数：曲线在那里断开。</translation>
    </message>
    <message>
        <source>At t = {start} {name} is infinite: the curve breaks there.</source>
        <translation>在 t = {start} 处 {name} 为无穷大：曲线在那里断开。</translation>
    </message>
    <message>
        <source>From t = {start} to {end} {name} is too large for {dtype}: the curve breaks there.</source>
        <translation>从 t = {start} 到 {end}，{name} 超出了 {dtype} 的范围：曲线在那里断开。</translation>
    </message>
    <message>
        <source>Near t = {start} {name} grows beyond all bounds: the curve breaks there.</source>
        <translation>在 t = {start} 附近 {name} 无限增大：曲线在那里断开。</translation>
    </message>
    <message>
        <source>At t = {start} {name} jumps: the curve breaks there.</source>
        <translation>在 t = {start} 处 {name} 发生跳跃：曲线在那里断开。</translation>
    </message>
    <message>
        <source>Further breaks: {count}.</source>
        <translation>另有 {count} 处断开。</translation>
    </message>
    <message>
        <source>A function and its derivatives</source>
        <translation>一个函数及其导数</translation>
    </message>
    <message>
        <source>Each derivative is the gradient of the one before it, by a tape of its own. The values at this t are printed.</source>
        <translation>每个导数都是前一个的梯度，由各自的梯度带求出。打印的是它们在这个 t 处的值。</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Write the number with a decimal point: {right}, not {text}.</source>
        <translation>请用小数点书写：{right}，而不是 {text}。</translation>
    </message>
    <message>
        <source>Type a finite number, such as 0.1, instead of “{text}”.</source>
        <translation>请输入一个有限的数，例如 0.1，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a whole number, such as 1000, instead of “{text}”.</source>
        <translation>请输入一个整数，例如 1000，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type two numbers, such as 0, 3, instead of “{text}”.</source>
        <translation>请输入两个数，例如 0, 3，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type as many numbers as there are features, {size}, instead of “{text}”.</source>
        <translation>请输入与特征个数相同的 {size} 个数，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type two rows of two numbers, such as 1 0.5; 0.5 1, instead of “{text}”.</source>
        <translation>请输入两行，每行两个数，例如 1 0.5; 0.5 1，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a whole number of points, such as 16, or “{all}”; not “{text}”.</source>
        <translation>请输入点数（整数），例如 16，或者“{all}”，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a number of steps, such as 40, or “{never}”; not “{text}”.</source>
        <translation>请输入步数，例如 40，或者“{never}”，而不是“{text}”。</translation>
    </message>
    <message>
        <source>The run must take at least 1 step before it stops, not {value}.</source>
        <translation>至少要训练 1 步才能停止，不能是 {value}。</translation>
    </message>
    <message>
        <source>The speed must be above 0 steps a second, not {value}.</source>
        <translation>速度必须大于每秒 0 步，不能是 {value}。</translation>
    </message>
    <message>
        <source>{path} is nothing that TapeLab opens; choose a file of these: {kinds}.</source>
        <translation>TapeLab 不能打开 {path}；请选择以下类型的文件：{kinds}。</translation>
    </message>
    <message>
        <source>Something went wrong inside TapeLab: {error}. Nothing is lost; the log says where.</source>
        <translation>TapeLab 内部出错：{error}。数据没有丢失；出错位置见日志。</translation>
    </message>
    <message>
        <source>Something went wrong inside TapeLab: {error}. Nothing is lost; {path} says where.</source>
        <translation>TapeLab 内部出错：{error}。没有丢失任何内容；详情见 {path}。</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to 2147483647, not {value}.</source>
        <translation>种子必须是 0 到 2147483647 之间的整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>Each class needs a whole number of points, at least 1, not {value}.</source>
        <translation>每个类别的点数必须是整数，至少为 1，不能是 {value}。</translation>
    </message>
    <message>
        <source>{value} points a class would need {needed:.1f} GiB of memory; choose at most {most}.</source>
        <translation>每个类别 {value} 个点需要 {needed:.1f} GiB 内存；最多可选 {most} 个。</translation>
    </message>
    <message>
        <source>There are two classes, so give two means.</source>
        <translation>一共有两个类别，请给出两个均值。</translation>
    </message>
    <message>
        <source>A mean is two numbers between -1000000 and 1000000, such as 0, 3; not {value}.</source>
        <translation>均值是 -1000000 到 1000000 之间的两个数，例如 0, 3；不能是 {value}。</translation>
    </message>
    <message>
        <source>A covariance is two rows of two numbers up to 1000000, such as 1, 0.5; 0.5, 1; not {value}.</source>
        <translation>协方差矩阵有两行，每行两个不超过 1000000 的数，例如 1, 0.5; 0.5, 1；不能是 {value}。</translation>
    </message>
    <message>
        <source>A covariance is symmetric: its corners {upper:g} and {lower:g} must be the same number.</source>
        <translation>协方差矩阵是对称的：两个角上的 {upper:g} 和 {lower:g} 必须是同一个数。</translation>
    </message>
    <message>
        <source>A variance is never negative: make the first and the last number at least 0.</source>
        <translation>方差不会是负数：第一个数和最后一个数至少为 0。</translation>
    </message>
    <message>
        <source>No cloud of points has this covariance: with these variances its corner may be at most {root:.4g} in size, not {corner:g}.</source>
        <translation>没有任何点云有这样的协方差：在这两个方差之下，协方差的绝对值最多为 {root:.4g}，不能是 {corner:g}。</translation>
    </message>
    <message>
        <source>The formula needs a tensor for each of {names}.</source>
        <translation>公式需要为以下每个名称给出一个张量：{names}。</translation>
    </message>
    <message>
        <source>A value is no tensor: {reason}.</source>
        <translation>有一个值不是张量：{reason}。</translation>
    </message>
    <message>
        <source>The rows differ in length; every row needs as many numbers.</source>
        <translation>各行长度不同；每行的数必须一样多。</translation>
    </message>
    <message>
        <source>This has {length} characters; a formula may have {most}.</source>
        <translation>这里有 {length} 个字符；公式最多可以有 {most} 个。</translation>
    </message>
    <message>
        <source>Type a formula, such as {example}.</source>
        <translation>请输入公式，例如 {example}。</translation>
    </message>
    <message>
        <source>Write the formula in one line.</source>
        <translation>请把公式写在一行里。</translation>
    </message>
    <message>
        <source>There is a character that no formula has.</source>
        <translation>这里有公式中不能使用的字符。</translation>
    </message>
    <message>
        <source>The formula is too long; name a part and use it.</source>
        <translation>公式太长；请给其中一部分取个名称再使用。</translation>
    </message>
    <message>
        <source>{name} is a function; write {name}(…).</source>
        <translation>{name} 是函数；请写成 {name}(…)。</translation>
    </message>
    <message>
        <source>{name} takes {most} arguments at most, not {found}.</source>
        <translation>{name} 最多接受 {most} 个参数，不能是 {found} 个。</translation>
    </message>
    <message>
        <source>{name} is given its {parameter} twice.</source>
        <translation>{name} 的参数 {parameter} 给了两次。</translation>
    </message>
    <message>
        <source>{name} also needs {missing}.</source>
        <translation>{name} 还需要 {missing}。</translation>
    </message>
    <message>
        <source>Only functions can be called, by their names, as in sin(t).</source>
        <translation>只能按名称调用函数，例如 sin(t)。</translation>
    </message>
    <message>
        <source>{name} has no parameter {parameter}; it has {known}.</source>
        <translation>{name} 没有参数 {parameter}；它的参数有 {known}。</translation>
    </message>
    <message>
        <source>{parameter} is a list of tensors, as in [a, b].</source>
        <translation>{parameter} 是由张量组成的列表，例如 [a, b]。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number, such as 0.</source>
        <translation>{parameter} 是一个整数，例如 0。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number or several, as in (2, 3).</source>
        <translation>{parameter} 是一个或多个整数，例如 (2, 3)。</translation>
    </message>
    <message>
        <source>{parameter} is True or False.</source>
        <translation>{parameter} 是 True 或 False。</translation>
    </message>
    <message>
        <source>{parameter} is a type such as float32 or int64.</source>
        <translation>{parameter} 是数据类型，例如 float32 或 int64。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number below 2147483648, not {value}.</source>
        <translation>{parameter} 必须是小于 2147483648 的整数，而不是 {value}。</translation>
    </message>
    <message>
        <source>An index is a whole number or a slice, as in a[0, 1:].</source>
        <translation>索引是整数或切片，例如 a[0, 1:]。</translation>
    </message>
    <message>
        <source>There is no {name} here; did you mean {close}?</source>
        <translation>这里没有 {name}；是否想写 {close}？</translation>
    </message>
    <message>
        <source>Nothing is reached through a dot here; write sin(t), not t.sin().</source>
        <translation>这里不能用点号取成员；请写 sin(t)，而不是 t.sin()。</translation>
    </message>
    <message>
        <source>For tensors write &amp; for and, | for or, ~ for not.</source>
        <translation>对张量请用 &amp; 表示 and，用 | 表示 or，用 ~ 表示 not。</translation>
    </message>
    <message>
        <source>Instead of if and else write where(condition, a, b).</source>
        <translation>请用 where(condition, a, b) 代替 if 和 else。</translation>
    </message>
    <message>
        <source>Only numbers can stand here.</source>
        <translation>这里只能写数。</translation>
    </message>
    <message>
        <source>A formula is made of numbers, names, operators and functions only.</source>
        <translation>公式只能由数、名称、运算符和函数组成。</translation>
    </message>
    <message>
        <source>No tensor holds a whole number this large; write it as 1e30, for example.</source>
        <translation>没有张量能保存这么大的整数；请写成例如 1e30 的形式。</translation>
    </message>
    <message>
        <source>A bracket is opened and never closed.</source>
        <translation>有一个括号没有闭合。</translation>
    </message>
    <message>
        <source>A bracket is closed that was never opened.</source>
        <translation>有一个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>For a power write **, as in t**2.</source>
        <translation>乘方请写 **，例如 t**2。</translation>
    </message>
    <message>
        <source>There is no {name} here; there are {known}, and functions such as sin.</source>
        <translation>这里没有 {name}；可以使用 {known}，以及 sin 等函数。</translation>
    </message>
    <message>
        <source>The formula cannot be read here; is an operator, such as *, missing?</source>
        <translation>公式在这里无法读懂；是不是漏了 * 之类的运算符？</translation>
    </message>
    <message>
        <source>The formula is nested too deeply; name a part and use it.</source>
        <translation>公式嵌套太深；请给其中一部分取个名称再使用。</translation>
    </message>
    <message>
        <source>{path}: choose at least one column of numbers to learn from.</source>
        <translation>{path}：请至少选择一个数值列来学习。</translation>
    </message>
    <message>
        <source>{path}: choose each column only once.</source>
        <translation>{path}：每一列只能选一次。</translation>
    </message>
    <message>
        <source>{path}: every row has a gap in one of these columns; fill the gaps, or choose other columns.</source>
        <translation>{path}：每一行在这些列中都有缺失；请填补缺失，或选择其他列。</translation>
    </message>
    <message>
        <source>{path} has no column “{column}”; its columns are {columns}.</source>
        <translation>{path} 没有“{column}”这一列；它的列是 {columns}。</translation>
    </message>
    <message>
        <source>{path}: column {column} is the class, so it cannot be a feature too; leave it out.</source>
        <translation>{path}：列 {column} 是类别，不能同时作为特征；请去掉它。</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column}: “{text}” is not a finite number; mend or remove it.</source>
        <translation>{path} 第 {line} 行，列 {column}：“{text}”不是有限的数；请改正或删除。</translation>
    </message>
    <message>
        <source>{path}, line {line}: column {column} holds text such as “{text}”; learn from columns of numbers.</source>
        <translation>{path} 第 {line} 行：列 {column} 是文本，如“{text}”；请用数值列来学习。</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column}: there is a gap; drop such rows, or fill the gaps.</source>
        <translation>{path} 第 {line} 行，列 {column}：这里缺失；请去掉这样的行，或填补缺失。</translation>
    </message>
    <message>
        <source>{path}: column {column} is the class and must hold from 2 to {most} different values; it holds {found}.</source>
        <translation>{path}：列 {column} 是类别，必须有 2 到 {most} 个不同的取值；现有 {found} 个。</translation>
    </message>
    <message>
        <source>{path}: column {column} has no number to fill its gaps from; leave it out.</source>
        <translation>{path}：列 {column} 中没有数，无法填补缺失；请去掉它。</translation>
    </message>
    <message>
        <source>{path} is no file to read; choose another.</source>
        <translation>{path} 不是可以读取的文件；请选择另一个。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} MiB; train on a part of it.</source>
        <translation>{path} 大于 {limit} MiB；请用其中一部分来训练。</translation>
    </message>
    <message>
        <source>{path} has more than {limit} KiB; save the table as a file and open that.</source>
        <translation>{path} 超过 {limit} KiB；请把表格存成文件再打开。</translation>
    </message>
    <message>
        <source>{folder} belongs to a run that is under way, process {pid} on {host}; name another folder.</source>
        <translation>{folder} 属于一个正在进行的训练（{host} 上的进程 {pid}）；请另选一个文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} does not describe a run of this version of TapeLab.</source>
        <translation>{path} 描述的不是此版本 TapeLab 的训练。</translation>
    </message>
    <message>
        <source>No checkpoint in {folder} can be read; begin anew in another folder.</source>
        <translation>{folder} 里没有一个检查点可以读取；请另选一个文件夹重新开始。</translation>
    </message>
    <message>
        <source>{folder} holds a run already; go on with it by --resume, or name another folder.</source>
        <translation>{folder} 里已有一次训练；请用 --resume 接着训练，或另选一个文件夹。</translation>
    </message>
    <message>
        <source>The run in {folder} has another {name}: {was} and not {now}; give it the same.</source>
        <translation>{folder} 里的训练的 {name} 不同：是 {was}，不是 {now}；请给出相同的值。</translation>
    </message>
    <message>
        <source>There is no room left for {name}; make some, and go on with --resume.</source>
        <translation>没有空间写 {name} 了；请腾出一些空间，再用 --resume 接着训练。</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{path} has more than {most} cells; train on a part of it.</source>
        <translation>{path} 超过 {most} 个单元格；请用其中一部分训练。</translation>
    </message>
    <message>
        <source>{path} has no rows of numbers.</source>
        <translation>{path} 里没有一行是数。</translation>
    </message>
    <message>
        <source>{path} needs at least two columns: numbers, then the class, with a delimiter between them.</source>
        <translation>{path} 至少需要两列：数值和类别，中间用分隔符隔开。</translation>
    </message>
    <message>
        <source>{path} has {columns} columns; keep the {most} that matter most.</source>
        <translation>{path} 有 {columns} 列；请只保留最重要的 {most} 列。</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are {found} columns where the first row has {columns}; mend that line, or choose another delimiter.</source>
        <translation>{path} 第 {line} 行：这里有 {found} 列，而首行有 {columns} 列；请改正这一行，或选择另一种分隔符。</translation>
    </message>
    <message>
        <source>There is no optimizer called {name}; did you mean {close}?</source>
        <translation>没有名为 {name} 的优化器；是否想用 {close}？</translation>
    </message>
    <message>
        <source>The update by hand has no {argument}; choose one of Keras.</source>
        <translation>手动更新没有 {argument}；请选择一个 Keras 优化器。</translation>
    </message>
    <message>
        <source>{argument} cannot be set here; leave it as it is.</source>
        <translation>{argument} 在这里不能设置；请保持原样。</translation>
    </message>
    <message>
        <source>The loss at step {step} is no longer finite: with a learning rate of {learning_rate:g} each step overshoots further. Go back and try {better:g}.</source>
        <translation>第 {step} 步的损失已经不是有限的数：学习率为 {learning_rate:g} 时，每一步都越冲越远。请后退，再试试 {better:g}。</translation>
    </message>
    <message>
        <source>This classifier learns two classes, and the data have {classes}; choose one against the rest.</source>
        <translation>这个分类器学习两个类别，而数据有 {classes} 个；请选择其中一个，与其余的区分。</translation>
    </message>
    <message>
        <source>The number of steps must be a whole number, at least 0, not {value}.</source>
        <translation>步数必须是整数，至少为 0，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be numbers in an array of shape {shape}.</source>
        <translation>{name} 必须是形状为 {shape} 的数值数组。</translation>
    </message>
    <message>
        <source>{name} must be finite numbers; NaN and infinity cannot be trained.</source>
        <translation>{name} 必须是有限的数；NaN 和无穷大无法训练。</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0, such as 0.1; not {value}.</source>
        <translation>学习率必须是大于 0 的数，例如 0.1；不能是 {value}。</translation>
    </message>
    <message>
        <source>The batch size must be a whole number, at least 1, not {value}.</source>
        <translation>批量大小必须是整数，至少为 1，不能是 {value}。</translation>
    </message>
    <message>
        <source>A batch of {value} is more than the {samples} points that there are.</source>
        <translation>批量大小 {value} 超过了现有的 {samples} 个点。</translation>
    </message>
    <message>
        <source>Step {value} is not recorded; choose one from 0 to {newest}.</source>
        <translation>没有第 {value} 步的记录；请在 0 到 {newest} 之间选择。</translation>
    </message>
    <message>
        <source>There is not enough memory for {what}.</source>
        <translation>内存不足，无法计算 {what}。</translation>
    </message>
    <message>
        <source>No memory holds a tensor of that many elements; make it smaller.</source>
        <translation>没有内存能容纳这么多元素的张量；请减小。</translation>
    </message>
    <message>
        <source>bool holds True and False, not {value}.</source>
        <translation>bool 只能存放 True 和 False，不能存放 {value}。</translation>
    </message>
    <message>
        <source>{dtype} holds numbers, not {value}; write 1 or 0.</source>
        <translation>{dtype} 存放的是数，不能存放 {value}；请写 1 或 0。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers, not {value}; make floats of it first, as in cast(a, float32).</source>
        <translation>{dtype} 只能存放整数，不能存放 {value}；请先转换为浮点数，例如 cast(a, float32)。</translation>
    </message>
    <message>
        <source>where needs a condition of True and False, as a &gt; 0 is; this one is {dtype}.</source>
        <translation>where 需要由 True 和 False 组成的条件，例如 a &gt; 0；这里是 {dtype}。</translation>
    </message>
    <message>
        <source>{what} does not work with {dtype}; convert it, as in cast(a, {remedy}).</source>
        <translation>{what} 不支持 {dtype}；请先转换，例如 cast(a, {remedy})。</translation>
    </message>
    <message>
        <source>Whole numbers cannot be divided by 0; as floats they give inf: cast(a, float32).</source>
        <translation>整数不能除以 0；转换为浮点数则得到 inf：cast(a, float32)。</translation>
    </message>
    <message>
        <source>Whole numbers have no negative powers; make floats of them first, as in cast(a, float32).</source>
        <translation>整数没有负数次幂；请先转换为浮点数，例如 cast(a, float32)。</translation>
    </message>
    <message>
        <source>{what} needs one dtype on both sides, not {left} and {right}; cast one, as in cast(a, {right}).</source>
        <translation>{what} 两边的 dtype 必须相同，不能是 {left} 和 {right}；请转换其中一个，例如 cast(a, {right})。</translation>
    </message>
    <message>
        <source>No dimension can be negative: {shape}.</source>
        <translation>维度不能为负：{shape}。</translation>
    </message>
    <message>
        <source>The number of rows and of columns cannot be negative.</source>
        <translation>行数和列数不能为负。</translation>
    </message>
    <message>
        <source>This range never ends: its steps do not lead from start to limit.</source>
        <translation>这个数列没有尽头：按此步长无法从起点到达终点。</translation>
    </message>
    <message>
        <source>perm must name each axis of {shape} once; not {perm}.</source>
        <translation>perm 必须恰好列出 {shape} 的每个轴一次，而不是 {perm}。</translation>
    </message>
    <message>
        <source>multiples needs a number from 0 for each dimension of {shape}; not {multiples}.</source>
        <translation>multiples 需要为 {shape} 的每个维度给出一个不小于 0 的数，而不是 {multiples}。</translation>
    </message>
    <message>
        <source>fill takes one number, not a tensor of shape {shape}.</source>
        <translation>fill 需要一个数，而不是形状为 {shape} 的张量。</translation>
    </message>
    <message>
        <source>clip_by_value: the limits must fit into the shape {shape}.</source>
        <translation>clip_by_value：上下限必须能广播到形状 {shape}。</translation>
    </message>
    <message>
        <source>squeeze takes out dimensions of size 1 only; the shape is {shape}.</source>
        <translation>squeeze 只能去掉大小为 1 的维度；形状为 {shape}。</translation>
    </message>
    <message>
        <source>matmul multiplies matrices: {left} and {right} must both have two dimensions; reshape one.</source>
        <translation>matmul 用于矩阵相乘：{left} 和 {right} 都必须有两个维度；请用 reshape 改变其中一个。</translation>
    </message>
    <message>
        <source>matmul does not fit: {left} has {columns} columns and {right} has {rows} rows; they must be as many.</source>
        <translation>matmul 的形状不匹配：{left} 有 {columns} 列，{right} 有 {rows} 行；两者必须相等。</translation>
    </message>
    <message>
        <source>{what} does not fit: {left} and {right} differ in dimension {axis} from the right, {a} and {b}; there they must be equal, or one of them 1.</source>
        <translation>{what} 的形状不匹配：{left} 和 {right} 从右数第 {axis} 维分别是 {a} 和 {b}；它们必须相等，或者其中一个为 1。</translation>
    </message>
    <message>
        <source>Only one dimension of {target} can be left open with -1.</source>
        <translation>{target} 中只能有一个维度写作 -1。</translation>
    </message>
    <message>
        <source>reshape: the {count} elements of {shape} do not go into rows as {target}.</source>
        <translation>reshape：{shape} 的 {count} 个元素无法排成 {target}。</translation>
    </message>
    <message>
        <source>reshape: {shape} has {count} elements and {target} has {needed}.</source>
        <translation>reshape：{shape} 有 {count} 个元素，而 {target} 有 {needed} 个。</translation>
    </message>
    <message>
        <source>concat: {left} and {right} must have as many dimensions; reshape one, or use stack.</source>
        <translation>concat：{left} 和 {right} 的维数必须相同；请改变其中一个的形状，或使用 stack。</translation>
    </message>
    <message>
        <source>concat along axis {axis}: {left} and {right} differ in dimension {other}, {a} and {b}; there they must be equal.</source>
        <translation>沿轴 {axis} 拼接：{left} 和 {right} 在维度 {other} 上不同，分别为 {a} 和 {b}；这里必须相等。</translation>
    </message>
    <message>
        <source>What is stacked must have one shape, not {left} and {right}.</source>
        <translation>stack 的张量形状必须相同，而不是 {left} 和 {right}。</translation>
    </message>
    <message>
        <source>{function}: a scalar has no axis {axis}.</source>
        <translation>{function}：标量没有轴 {axis}。</translation>
    </message>
    <message>
        <source>{function}: there is no axis {axis}; with the shape {shape} it goes from 0 to {last}.</source>
        <translation>{function}：没有轴 {axis}；形状 {shape} 的轴从 0 到 {last}。</translation>
    </message>
    <message>
        <source>{function}: each axis can be named once only.</source>
        <translation>{function}：每个轴只能写一次。</translation>
    </message>
    <message>
        <source>In [ ] there can be one ... only.</source>
        <translation>[ ] 中只能有一个 ...。</translation>
    </message>
    <message>
        <source>{count} indices are too many: the tensor has the shape {shape}.</source>
        <translation>{count} 个索引太多：张量的形状为 {shape}。</translation>
    </message>
    <message>
        <source>The step of a slice cannot be 0.</source>
        <translation>切片的步长不能为 0。</translation>
    </message>
    <message>
        <source>Index {index} is out of range: dimension {axis} of {shape} has {size}, counted from 0.</source>
        <translation>索引 {index} 超出范围：{shape} 的维度 {axis} 大小为 {size}，从 0 开始计数。</translation>
    </message>
    <message>
        <source>{what} cannot be computed; TensorFlow says: {reason}.</source>
        <translation>无法计算 {what}；TensorFlow 的说明：{reason}。</translation>
    </message>
    <message>
        <source>This would need {needed} of memory, and TapeLab takes at most {limit} of what is free; make it smaller.</source>
        <translation>这需要 {needed} 内存，而 TapeLab 最多使用空闲内存中的 {limit}；请改小一些。</translation>
    </message>
    <message>
        <source>This needs {count} multiplications, and TapeLab waits for at most {most}; make the matrices smaller.</source>
        <translation>这需要 {count} 次乘法，而 TapeLab 最多等待 {most} 次；请改用较小的矩阵。</translation>
    </message>
    <message>
        <source>The order is a whole number from 0 to {most}, not {value}.</source>
        <translation>阶数是 0 到 {most} 之间的整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>The points must be numbers.</source>
        <translation>这些点必须是数。</translation>
    </message>
    <message>
        <source>{count} points are too many; choose at most {most}.</source>
        <translation>{count} 个点太多；最多可选 {most} 个。</translation>
    </message>
    <message>
        <source>Type a shape, such as 3, 1; for a scalar, ().</source>
        <translation>请输入形状，例如 3, 1；标量请输入 ()。</translation>
    </message>
    <message>
        <source>A shape is a row of whole numbers, such as 3, 1; not “{text}”.</source>
        <translation>形状是一行整数，例如 3, 1；不能是“{text}”。</translation>
    </message>
    <message>
        <source>No dimension can be negative: not {size}.</source>
        <translation>维度的大小不会是负数：不能是 {size}。</translation>
    </message>
    <message>
        <source>This has {length} characters; typed values may have {most}.</source>
        <translation>这里有 {length} 个字符；输入的值最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>Type values, such as [[1, 2], [3, 4]].</source>
        <translation>请输入值，例如 [[1, 2], [3, 4]]。</translation>
    </message>
    <message>
        <source>The values cannot be read; is a comma or a bracket missing?</source>
        <translation>无法读取这些值；是否缺少逗号或括号？</translation>
    </message>
    <message>
        <source>A tensor may have {most} dimensions here, not {found}.</source>
        <translation>这里的张量最多有 {most} 个维度，不能有 {found} 个。</translation>
    </message>
    <message>
        <source>Only numbers can stand here, not {formula}; type rows of them.</source>
        <translation>这里只能是数，不能是 {formula}；请按行输入数字。</translation>
    </message>
    <message>
        <source>No memory holds a tensor of {elements} elements; make it smaller.</source>
        <translation>没有内存能容纳 {elements} 个元素的张量；请改小一些。</translation>
    </message>
    <message>
        <source>Every dimension is a whole number: not {size}.</source>
        <translation>每个维度的大小都是整数：不能是 {size}。</translation>
    </message>
    <message>
        <source>These are {count} elements, too many for the clipboard; select at most {most} of them.</source>
        <translation>共有 {count} 个元素，剪贴板放不下；最多请选择 {most} 个。</translation>
    </message>
    <message>
        <source>TensorFlow does not do this: {reason}.</source>
        <translation>TensorFlow 不支持这样做：{reason}。</translation>
    </message>
    <message>
        <source>{name} holds {dtype} and this gives {found}; TensorFlow does not convert. Write {remedy}.</source>
        <translation>{name} 的类型是 {dtype}，而这里得出的是 {found}；TensorFlow 不会自动转换。请写 {remedy}。</translation>
    </message>
    <message>
        <source>{call} takes the whole shape {shape} and does not broadcast {found}. Aim at the part : instead, which does.</source>
        <translation>{call} 需要完整的形状 {shape}，不会广播 {found}。请改为对 : 这个部分赋值，它会广播。</translation>
    </message>
    <message>
        <source>{call} takes the whole shape {shape}, and the value has the shape {found}.</source>
        <translation>{call} 需要完整的形状 {shape}，而这个值的形状是 {found}。</translation>
    </message>
    <message>
        <source>The value has the shape {found} and {part} has {selected}; counted from the right, each size of the value must be the same, or 1.</source>
        <translation>这个值的形状是 {found}，而 {part} 的形状是 {selected}；从右数起，值的每个维度必须与之相同，或者为 1。</translation>
    </message>
    <message>
        <source>This has {length} characters; an index may have {most}.</source>
        <translation>这里有 {length} 个字符；索引最多可以有 {most} 个。</translation>
    </message>
    <message>
        <source>A new axis names no part of {name}; write whole numbers and slices.</source>
        <translation>新增的轴不对应 {name} 的任何部分；请写整数和切片。</translation>
    </message>
    <message>
        <source>Only one … can stand in an index.</source>
        <translation>一个索引中只能有一个 …。</translation>
    </message>
    <message>
        <source>A slice needs a step other than 0, such as {example}.</source>
        <translation>切片的步长不能为 0，请写成例如 {example} 的形式。</translation>
    </message>
    <message>
        <source>Write whole numbers and slices, such as 0, 0 or :, 1: instead of “{text}”.</source>
        <translation>请写整数和切片，例如 0, 0 或 :, 1:，而不是“{text}”。</translation>
    </message>
    <message>
        <source>{name} is a single number and has no parts; leave the target empty.</source>
        <translation>{name} 是单个数，没有更小的部分；请把目标留空。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; {count} indices are too many, {rank} at most.</source>
        <translation>{name} 的形状是 {shape}；{count} 个索引太多，最多 {rank} 个。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: no element to assign to.</source>
        <translation>{name} 的形状是 {shape}：没有可以赋值的元素。</translation>
    </message>
    <message>
        <source>{place} picks nothing: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}. TensorFlow would say nothing and do nothing.</source>
        <translation>{place} 没有选中任何元素：{name} 的形状是 {shape}，所以第 {axis} 维的范围是 0 到 {greatest}。TensorFlow 不会报错，也不会做任何事。</translation>
    </message>
    <message>
        <source>{place} is out of range: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}, or from {least} to -1.</source>
        <translation>{place} 超出范围：{name} 的形状是 {shape}，所以第 {axis} 维的范围是 0 到 {greatest}，或者 {least} 到 -1。</translation>
    </message>
    <message>
        <source>The positions of this axis go from 0 to {last}.</source>
        <translation>这个轴的位置从 0 到 {last}。</translation>
    </message>
    <message>
        <source>bool holds True and False, not {value}; choose float32.</source>
        <translation>bool 只能存放 True 和 False，不能是 {value}；请选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds no complex number such as {value}; choose complex64.</source>
        <translation>{dtype} 不能存放 {value} 这样的复数；请选择 complex64。</translation>
    </message>
    <message>
        <source>{dtype} holds numbers, no text such as “{value}”; choose string.</source>
        <translation>{dtype} 存放数，不能存放“{value}”这样的文本；请选择 string。</translation>
    </message>
    <message>
        <source>string holds text; write {value} in quotation marks, or choose float32.</source>
        <translation>string 存放文本；请给 {value} 加上引号，或者选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers, not {value}; choose float32.</source>
        <translation>{dtype} 只能存放整数，不能是 {value}；请选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another.</source>
        <translation>{dtype} 存放 {least} 到 {greatest} 之间的整数；{value} 会悄悄变成另一个数。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another; choose {fitting}.</source>
        <translation>{dtype} 存放 {least} 到 {greatest} 之间的整数；{value} 会悄悄变成另一个数；请选择 {fitting}。</translation>
    </message>
    <message>
        <source>{dtype} reaches to {largest} only; {value} would silently become infinite.</source>
        <translation>{dtype} 最大只到 {largest}；{value} 会悄悄变成无穷大。</translation>
    </message>
    <message>
        <source>The variable was assigned to {count} times, and that is all there is room for; make it anew.</source>
        <translation>这个变量已经赋值 {count} 次，记录已满；请重新创建。</translation>
    </message>
    <message>
        <source>There is no recipe {name}.</source>
        <translation>没有名为 {name} 的创建方式。</translation>
    </message>
    <message>
        <source>NumPy&apos;s array is a piece of memory that one may write into.</source>
        <translation>NumPy 数组是一块可以写入的内存。</translation>
    </message>
    <message>
        <source>A tensor never changes: what was computed of it, and its gradients, stay right. Make a new one instead.</source>
        <translation>张量永不改变：由它算出的结果及其梯度始终正确。请创建新的张量。</translation>
    </message>
    <message>
        <source>A variable has state that changes, but not by Python&apos;s = on a part of it.</source>
        <translation>变量的状态可以改变，但不能用 Python 的 = 对其部分赋值。</translation>
    </message>
    <message>
        <source>This is how a variable changes: assign writes the element in place, and TensorFlow knows of it.</source>
        <translation>变量就是这样改变的：assign 就地写入元素，TensorFlow 也知道这次改变。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; an element has {rank} indices, not {found}.</source>
        <translation>{name} 的形状为 {shape}；一个元素有 {rank} 个索引，而不是 {found} 个。</translation>
    </message>
    <message>
        <source>TensorFlow does not make this in {dtype}; choose one of {allowed}.</source>
        <translation>TensorFlow 不能以 {dtype} 创建它；请选择 {allowed} 之一。</translation>
    </message>
    <message>
        <source>There is no dtype {dtype}; choose one of {allowed}.</source>
        <translation>没有数据类型 {dtype}；请选择 {allowed} 之一。</translation>
    </message>
    <message>
        <source>A standard deviation is never negative: not {value}; TensorFlow would accept it silently.</source>
        <translation>标准差不能为负，而不是 {value}；TensorFlow 会不加提示地接受它。</translation>
    </message>
    <message>
        <source>maxval must be greater than minval, {minval}; it is {maxval}.</source>
        <translation>maxval 必须大于 minval（{minval}）；现在是 {maxval}。</translation>
    </message>
    <message>
        <source>From minval to maxval it is farther than {dtype} reaches.</source>
        <translation>minval 到 maxval 的距离超出了 {dtype} 的范围。</translation>
    </message>
    <message>
        <source>{name} must be a finite number, such as 1.0; not {value}.</source>
        <translation>{name} 必须是有限的数，例如 1.0，而不是 {value}。</translation>
    </message>
    <message>
        <source>With steps of 0 the range never ends; choose 1, for example.</source>
        <translation>步长为 0 时数列没有尽头；例如可选 1。</translation>
    </message>
    <message>
        <source>Steps of {delta} never lead from {start} to {limit}; change the sign.</source>
        <translation>步长 {delta} 无法从 {start} 到达 {limit}；请改变符号。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; nothing was changed.</source>
        <translation>内存不足；没有任何更改。</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0, not {value}.</source>
        <translation>学习率必须是大于 0 的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>{most} steps are enough; go back to the start, or move the point.</source>
        <translation>{most} 步已经够了；请回到起点，或移动该点。</translation>
    </message>
    <message>
        <source>The gradient is not finite here, so there is no way down.</source>
        <translation>这里的梯度不是有限的，所以无法下降。</translation>
    </message>
    <message>
        <source>The next step would lead to no finite point; go back and choose a smaller learning rate.</source>
        <translation>下一步会到达一个非有限的点；请后退，并选择更小的学习率。</translation>
    </message>
    <message>
        <source>After = stands what {target} is to be, such as {target} = ones((2, 2)).</source>
        <translation>= 之后应写 {target} 的值，例如 {target} = ones((2, 2))。</translation>
    </message>
    <message>
        <source>There is no {target} yet that {operator}= could change.</source>
        <translation>还没有可供 {operator}= 更改的 {target}。</translation>
    </message>
    <message>
        <source>One line assigns once; write a second line for the second =.</source>
        <translation>一行只赋值一次；第二个 = 请另写一行。</translation>
    </message>
    <message>
        <source>A tensor cannot be assigned into; only a variable can, as in x[0, 0].assign(3.).</source>
        <translation>不能对张量的部分赋值；只有变量可以，例如 x[0, 0].assign(3.)。</translation>
    </message>
    <message>
        <source>Left of = stands one name, as in b = square(a).</source>
        <translation>= 左边应是一个名称，例如 b = square(a)。</translation>
    </message>
    <message>
        <source>{label} has {count} elements; a program has room for {most} of them at most.</source>
        <translation>{label} 有 {count} 个元素；程序中最多只能写 {most} 个。</translation>
    </message>
    <message>
        <source>Keras has no initializer {name}; there is GlorotUniform, for example.</source>
        <translation>Keras 没有初始化器 {name}；例如有 GlorotUniform。</translation>
    </message>
    <message>
        <source>{name} does not make the shape {shape}; Keras says: {reason}.</source>
        <translation>{name} 不能创建形状 {shape}；Keras 提示：{reason}。</translation>
    </message>
    <message>
        <source>A name has letters, digits and _, and begins with no digit; such as x.</source>
        <translation>名称由字母、数字和 _ 组成，且不以数字开头，例如 x。</translation>
    </message>
    <message>
        <source>This name has {length} letters; {most} are enough.</source>
        <translation>这个名称有 {length} 个字母；最多 {most} 个。</translation>
    </message>
    <message>
        <source>{name} stands for something else in the program; take another name.</source>
        <translation>{name} 在程序中另有含义；请换一个名称。</translation>
    </message>
    <message>
        <source>A variable has {methods}, not {method}.</source>
        <translation>变量有 {methods}，没有 {method}。</translation>
    </message>
    <message>
        <source>TensorFlow adds and subtracts no {dtype}; assign instead.</source>
        <translation>TensorFlow 不能对 {dtype} 做加减；请改用 assign。</translation>
    </message>
    <message>
        <source>Assignment {number} of the variable, {value}, cannot be made again: {reason}</source>
        <translation>变量的第 {number} 次赋值 {value} 无法再次进行：{reason}</translation>
    </message>
    <message>
        <source>There is no variable yet; make one first.</source>
        <translation>还没有变量；请先创建一个。</translation>
    </message>
    <message>
        <source>There are {count} tensors already; remove one first.</source>
        <translation>已经有 {count} 个张量；请先移除一个。</translation>
    </message>
    <message>
        <source>Type a list of numbers, such as 1, 2, 3.</source>
        <translation>请输入一串数，如 1, 2, 3。</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0.</source>
        <translation>学习率必须是大于 0 的数。</translation>
    </message>
    <message>
        <source>There is no experiment {name}.</source>
        <translation>没有名为 {name} 的实验。</translation>
    </message>
    <message>
        <source>A descent of {steps} steps is longer than any here.</source>
        <translation>{steps} 步的下降比这里允许的都长。</translation>
    </message>
    <message>
        <source>The share that validates must lie between 0 and 100 %, not {value}.</source>
        <translation>验证的比例必须在 0 与 100 % 之间，不能是 {value}。</translation>
    </message>
    <message>
        <source>Type a number of epochs from 1, such as 5; not “{text}”.</source>
        <translation>请输入不小于 1 的轮次数，如 5；不能是“{text}”。</translation>
    </message>
    <message>
        <source>Type a number of points from 1, such as 16; not “{text}”.</source>
        <translation>请输入不小于 1 的点数，如 16；不能是“{text}”。</translation>
    </message>
    <message>
        <source>Type a number of epochs from 0, such as 2; not “{text}”.</source>
        <translation>请输入不小于 0 的轮次数，如 2；不能是“{text}”。</translation>
    </message>
    <message>
        <source>Type a name that Python takes, such as my_loss, instead of “{text}”.</source>
        <translation>请输入 Python 可用的名字，如 my_loss，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type points such as 0, 3; 3, 0, at most {most}, instead of “{text}”.</source>
        <translation>请输入点，如 0, 3; 3, 0，最多 {most} 个，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Choose from {least} to {most} classes, not {value}.</source>
        <translation>请选择 {least} 到 {most} 个类别，不能是 {value}。</translation>
    </message>
    <message>
        <source>The distance is a number from {least:g} to {most:g}, not {value}.</source>
        <translation>距离是从 {least:g} 到 {most:g} 的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>Per class</source>
        <translation>每类点数</translation>
    </message>
    <message>
        <source>How many points each class has. Changing the data starts again at step 0.</source>
        <translation>每个类别有多少个点。更改数据后会从第 0 步重新开始。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>How far the points scatter: the standard deviation of what is added to x and y.</source>
        <translation>点散开的程度：加在 x 和 y 上的量的标准差。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>平衡</translation>
    </message>
    <message>
        <source>How many points each class has for one of the class before it: 1 for equal classes, 0.1 for a rare class 1.</source>
        <translation>前一个类别每有一个点，这个类别有几个点：1 表示各类一样多，0.1 表示类别 1 很少。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Another seed draws other points of the same kind.</source>
        <translation>换一个种子，就抽取同一类的另一组点。</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>How far the shape reaches.</source>
        <translation>图形伸展多远。</translation>
    </message>
    <message>
        <source>two gaussians</source>
        <translation>两个高斯</translation>
    </message>
    <message>
        <source>Two clouds of points, as in the notes: a line parts them.</source>
        <translation>笔记中的两团点：一条直线就能分开。</translation>
    </message>
    <message>
        <source>Mean, class 0</source>
        <translation>类别 0 均值</translation>
    </message>
    <message>
        <source>Where the middle of class 0 lies: x, y.</source>
        <translation>类别 0 的中心位置：x, y。</translation>
    </message>
    <message>
        <source>Mean, class 1</source>
        <translation>类别 1 均值</translation>
    </message>
    <message>
        <source>Where the middle of class 1 lies: x, y.</source>
        <translation>类别 1 的中心位置：x, y。</translation>
    </message>
    <message>
        <source>Covariance</source>
        <translation>协方差</translation>
    </message>
    <message>
        <source>The shape of both clouds: variance of x, covariance; covariance, variance of y.</source>
        <translation>两个点云共同的协方差矩阵：x 的方差、协方差；协方差、y 的方差。</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>A ring within a ring: no line parts them.</source>
        <translation>环中有环：没有直线能把它们分开。</translation>
    </message>
    <message>
        <source>Radii</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>The radius of class 0 and of class 1.</source>
        <translation>类别 0 和类别 1 的半径。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Four squares; opposite ones are of one class. No line parts them.</source>
        <translation>四个方块，相对的两个是同一类。没有直线能把它们分开。</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>How long the sides of each square are.</source>
        <translation>每个方块的边长。</translation>
    </message>
    <message>
        <source>spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Two spirals, one within the other: no line comes near to parting them.</source>
        <translation>两条互相缠绕的螺旋：直线根本分不开。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>圈数</translation>
    </message>
    <message>
        <source>How often each spiral winds around the middle.</source>
        <translation>每条螺旋绕中心转多少圈。</translation>
    </message>
    <message>
        <source>moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: a line parts most of them.</source>
        <translation>两个互相伸入的半圆：直线能分开大部分。</translation>
    </message>
    <message>
        <source>blobs</source>
        <translation>点团</translation>
    </message>
    <message>
        <source>A round cloud of points for each of two to four classes.</source>
        <translation>二到四个类别，每个类别一团圆形的点。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes there are, from 2 to 4.</source>
        <translation>有多少个类别，从 2 到 4。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>How far the middle of each cloud is from the origin.</source>
        <translation>每团点的中心离原点多远。</translation>
    </message>
    <message>
        <source>The radii are two numbers from 0 to 1000000, such as 3, 1.5; not {value}.</source>
        <translation>半径是从 0 到 1000000 的两个数，如 3, 1.5；不能是 {value}。</translation>
    </message>
    <message>
        <source>Noise is a number from {least:g} to {most:g}, such as 0.2; not {value}.</source>
        <translation>噪声是从 {least:g} 到 {most:g} 的数，如 0.2；不能是 {value}。</translation>
    </message>
    <message>
        <source>The balance is a number from {least:g} to {most:g}, 1 for equal classes; not {value}.</source>
        <translation>平衡是从 {least:g} 到 {most:g} 的数，1 表示各类一样多；不能是 {value}。</translation>
    </message>
    <message>
        <source>The radius is a number from {least:g} to {most:g}, not {value}.</source>
        <translation>半径是从 {least:g} 到 {most:g} 的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>There is no point number {value}; they go from {least} to {most}.</source>
        <translation>没有编号为 {value} 的点；编号从 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>Choose a class from {least} to {most}, not {value}.</source>
        <translation>请选择从 {least} 到 {most} 的类别，不能是 {value}。</translation>
    </message>
    <message>
        <source>A point lies between {least:g} and {most:g}, not at {value}.</source>
        <translation>点的坐标应在 {least:g} 与 {most:g} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>The turns are a number from {least:g} to {most:g}, not {value}.</source>
        <translation>圈数是从 {least:g} 到 {most:g} 的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>The side of a square is a number from {least:g} to {most:g}, such as 3; not {value}.</source>
        <translation>方块的边长是从 {least:g} 到 {most:g} 的数，如 3；不能是 {value}。</translation>
    </message>
    <message>
        <source>The range lies between two finite numbers.</source>
        <translation>范围由两个有限的数界定。</translation>
    </message>
    <message>
        <source>The range starts at {low}, so it must end above it, not at {high}.</source>
        <translation>范围从 {low} 开始，终点必须比它大，不能是 {high}。</translation>
    </message>
    <message>
        <source>{dtype} cannot tell {low} and {high} apart; choose a wider range.</source>
        <translation>{dtype} 分不清 {low} 和 {high}，请选择更宽的范围。</translation>
    </message>
    <message>
        <source>A curve has from {fewest} to {most} points, not {value}.</source>
        <translation>一条曲线有 {fewest} 到 {most} 个点，不能是 {value} 个。</translation>
    </message>
    <message>
        <source>The order is a whole number from 1 to {most}, not {value}.</source>
        <translation>阶数是 1 到 {most} 的整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>A curve is drawn of real numbers; {dtype} is none of them.</source>
        <translation>曲线由实数画成，{dtype} 不是实数。</translation>
    </message>
    <message>
        <source>{what} works on whole tensors; a curve needs what works on each number alone, such as sin(t).</source>
        <translation>{what} 作用于整个张量；曲线需要逐个数计算的函数，例如 sin(t)。</translation>
    </message>
    <message>
        <source>f(x, y) is to be a real number, and this is {dtype}.</source>
        <translation>f(x, y) 应当是实数，而这里是 {dtype}。</translation>
    </message>
    <message>
        <source>x and y are two numbers here, and {name} is for whole tensors; write it with + and *.</source>
        <translation>这里的 x 和 y 是两个数，而 {name} 用于整个张量；请用 + 和 * 来写。</translation>
    </message>
    <message>
        <source>b is a number between -1e15 and 1e15, not {value}.</source>
        <translation>b 是 -1e15 到 1e15 之间的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>A range is two numbers between -1e15 and 1e15, such as -2, 2.</source>
        <translation>范围是 -1e15 到 1e15 之间的两个数，例如 -2, 2。</translation>
    </message>
    <message>
        <source>A range begins with its lesser number: {high}, {low}.</source>
        <translation>范围以较小的数开头：{high}, {low}。</translation>
    </message>
    <message>
        <source>A range needs two different numbers, not {low} twice.</source>
        <translation>范围需要两个不同的数，不能两次都是 {low}。</translation>
    </message>
    <message>
        <source>The grid has from 2 to {most} steps a side, not {value}.</source>
        <translation>网格每边有 2 到 {most} 步，不能是 {value}。</translation>
    </message>
    <message>
        <source>Between these two numbers {dtype} has too few others; choose a wider range.</source>
        <translation>在这两个数之间，{dtype} 的其他数太少；请选择更宽的范围。</translation>
    </message>
    <message>
        <source>The picture goes from {low} to {high}; choose a number in it, or widen the range.</source>
        <translation>图像从 {low} 到 {high}；请在其中选一个数，或扩大范围。</translation>
    </message>
    <message>
        <source>The symbolic derivative is too long to be worked out here.</source>
        <translation>符号导数太长，无法在这里算出。</translation>
    </message>
    <message>
        <source>This formula has no symbolic form to compare with.</source>
        <translation>这个公式没有可供比较的符号形式。</translation>
    </message>
    <message>
        <source>This formula is too long for derivatives of order {order}; lower the order or shorten it.</source>
        <translation>这个公式太长，求不了 {order} 阶导数；请降低阶数或缩短公式。</translation>
    </message>
    <message>
        <source>This cannot be computed; TensorFlow says: {reason}.</source>
        <translation>无法计算；TensorFlow 的说法是：{reason}。</translation>
    </message>
    <message>
        <source>The inner gradient is taken inside the outer tape, which records the operations that it is made of and can differentiate them again.</source>
        <translation>内层梯度在外层梯度带之内求得；外层梯度带记录了组成它的运算，因此可以再次求导。</translation>
    </message>
    <message>
        <source>gradient() twice</source>
        <translation>两次 gradient()</translation>
    </message>
    <message>
        <source>gradient() uses the tape up: what it recorded is let go as soon as it has been gone through, to save memory.</source>
        <translation>gradient() 会用尽梯度带：为了节省内存，记录一旦遍历完就被释放。</translation>
    </message>
    <message>
        <source>Ask for a tape that keeps its record: persistent=True.</source>
        <translation>请使用会保留记录的梯度带：persistent=True。</translation>
    </message>
    <message>
        <source>A persistent tape answers as often as it is asked, until it is deleted.</source>
        <translation>持久的梯度带可以多次求梯度，直到它被删除。</translation>
    </message>
    <message>
        <source>The inner gradient outside</source>
        <translation>在外面求内层梯度</translation>
    </message>
    <message>
        <source>The speed was computed after outer_tape had stopped to record, so to outer_tape it is a constant.</source>
        <translation>speed 是在 outer_tape 停止记录之后才计算的，所以对 outer_tape 来说它是常数。</translation>
    </message>
    <message>
        <source>Take the inner gradient inside the outer tape: indent the line.</source>
        <translation>在外层梯度带之内求内层梯度：把这一行缩进。</translation>
    </message>
    <message>
        <source>The notes&apos; tape.watch</source>
        <translation>笔记中的 tape.watch</translation>
    </message>
    <message>
        <source>Here the tapes are called outer_tape and inner_tape; nothing is called tape. Nor is there anything to watch: time is a variable.</source>
        <translation>这里的梯度带叫作 outer_tape 和 inner_tape，没有叫作 tape 的。而且也无需监视：time 是变量。</translation>
    </message>
    <message>
        <source>Leave the line out: both tapes watch the variable by themselves.</source>
        <translation>删去这一行：两个梯度带都会自动监视该变量。</translation>
    </message>
    <message>
        <source>Target and source swapped</source>
        <translation>目标与来源写反</translation>
    </message>
    <message>
        <source>gradient(target, sources): this asks how t changes with y, and t was not computed from y.</source>
        <translation>gradient(target, sources)：这是在问 t 如何随 y 变化，而 t 并不是由 y 算出的。</translation>
    </message>
    <message>
        <source>First what is differentiated, then by what.</source>
        <translation>先写被求导的量，再写对什么求导。</translation>
    </message>
    <message>
        <source>y was computed from t, and the tape recorded how.</source>
        <translation>y 由 t 算出，梯度带记录了计算过程。</translation>
    </message>
    <message>
        <source>Every step from t to the result is TensorFlow&apos;s now, and the tape recorded them all.</source>
        <translation>从 t 到结果的每一步现在都是 TensorFlow 的运算，梯度带全部记录了下来。</translation>
    </message>
    <message>
        <source>NumPy in between</source>
        <translation>中间用了 NumPy</translation>
    </message>
    <message>
        <source>np.ravel takes the numbers out of TensorFlow. The tape hears of TensorFlow&apos;s operations only, so what goes on from there is a constant to it.</source>
        <translation>np.ravel 把数字取出了 TensorFlow。梯度带只知道 TensorFlow 的运算，所以从那里继续下去的对它来说是常数。</translation>
    </message>
    <message>
        <source>Use TensorFlow&apos;s own operation: tf.reshape does what np.ravel does.</source>
        <translation>使用 TensorFlow 自己的运算：tf.reshape 可以做到 np.ravel 所做的。</translation>
    </message>
    <message>
        <source>NumPy at the end</source>
        <translation>最后用了 NumPy</translation>
    </message>
    <message>
        <source>np.sum gives a number of NumPy&apos;s. It is no tensor, so no tape can have recorded it.</source>
        <translation>np.sum 给出的是 NumPy 的数。它不是张量，所以不可能被梯度带记录。</translation>
    </message>
    <message>
        <source>Use TensorFlow&apos;s own operation: tf.reduce_sum does what np.sum does.</source>
        <translation>使用 TensorFlow 自己的运算：tf.reduce_sum 可以做到 np.sum 所做的。</translation>
    </message>
    <message>
        <source>A cast to whole numbers</source>
        <translation>转换为整数</translation>
    </message>
    <message>
        <source>A whole number does not change while t moves a little, so there is no slope to hand on: the tape follows floating dtypes only.</source>
        <translation>t 稍微移动时整数不会变化，所以没有斜率可传：梯度带只跟踪浮点类型。</translation>
    </message>
    <message>
        <source>Stay in floats all the way.</source>
        <translation>自始至终都用浮点数。</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>Between two steps tf.round is flat, so TensorFlow has no gradient for it and gives None.</source>
        <translation>在两级台阶之间 tf.round 是平的，所以 TensorFlow 没有它的梯度，给出 None。</translation>
    </message>
    <message>
        <source>Round on the way forward, and let the gradient pass as if nothing had been rounded.</source>
        <translation>前向时取整，而让梯度像没有取整那样通过。</translation>
    </message>
    <message>
        <source>x is still t, rounded; but the tape sees only t plus a constant. Networks with rounded weights are trained so.</source>
        <translation>x 仍然是取整后的 t，但梯度带看到的只是 t 加一个常数。权重取整的网络就是这样训练的。</translation>
    </message>
    <message>
        <source>A comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>True or False does not change with a small step of t, so a comparison hands no gradient on. That is why one trains on a loss and not on the accuracy.</source>
        <translation>t 稍微移动时真假不会变化，所以比较不会传递梯度。这就是训练时用损失而不用精度的原因。</translation>
    </message>
    <message>
        <source>Replace the sharp edge by a smooth one: the sigmoid.</source>
        <translation>用平滑的边缘代替陡峭的边缘：sigmoid。</translation>
    </message>
    <message>
        <source>The sigmoid goes from 0 to 1 as the comparison does, but with a slope everywhere.</source>
        <translation>sigmoid 和比较一样从 0 变到 1，但处处都有斜率。</translation>
    </message>
    <message>
        <source>assign inside the tape</source>
        <translation>在梯度带内使用 assign</translation>
    </message>
    <message>
        <source>assign changes what a variable holds and is no step that a tape records: x is a variable of its own, whatever its value came from.</source>
        <translation>assign 改变变量所存的值，并不是梯度带会记录的步骤：无论值从何而来，x 都是独立的变量。</translation>
    </message>
    <message>
        <source>Hand the value on as a tensor instead of storing it in a variable.</source>
        <translation>把值作为张量传下去，而不要存入变量。</translation>
    </message>
    <message>
        <source>stop_gradient</source>
        <translation>stop_gradient</translation>
    </message>
    <message>
        <source>tf.stop_gradient is there for this: it hands the value on and lets no gradient back.</source>
        <translation>tf.stop_gradient 正是为此而设：它把值传下去，但不让梯度传回来。</translation>
    </message>
    <message>
        <source>Leave it out where the gradient is wanted.</source>
        <translation>需要梯度的地方不要用它。</translation>
    </message>
    <message>
        <source>Another variable</source>
        <translation>另一个变量</translation>
    </message>
    <message>
        <source>y was computed from x. That x and t hold the same number does not connect them.</source>
        <translation>y 由 x 算出。x 和 t 存有相同的数并不会把它们联系起来。</translation>
    </message>
    <message>
        <source>Compute y from the variable whose gradient you ask for.</source>
        <translation>用要求梯度的那个变量来计算 y。</translation>
    </message>
    <message>
        <source>t replaced by a tensor</source>
        <translation>t 被张量取代</translation>
    </message>
    <message>
        <source>t + 1. is a new tensor, and from here on the name t means that tensor, which no tape watches. The variable has lost its name.</source>
        <translation>t + 1. 是新的张量，从这里起名称 t 指的是那个张量，没有梯度带监视它。变量失去了自己的名称。</translation>
    </message>
    <message>
        <source>Change the variable in place: assign_add is its +=.</source>
        <translation>就地改变变量：assign_add 就是它的 +=。</translation>
    </message>
    <message>
        <source>t is still the variable, and the tape watches it by itself.</source>
        <translation>t 仍然是那个变量，梯度带会自动监视它。</translation>
    </message>
    <message>
        <source>Computed before the tape</source>
        <translation>在梯度带之前计算</translation>
    </message>
    <message>
        <source>A tape records what runs inside its with block. y was there before, so it is a constant.</source>
        <translation>梯度带只记录在 with 块之内运行的内容。y 在那之前就已存在，所以它是常数。</translation>
    </message>
    <message>
        <source>Move the computation into the with block.</source>
        <translation>把计算移到 with 块之内。</translation>
    </message>
    <message>
        <source>The formula must depend on t; that of a mere number has no gradient.</source>
        <translation>公式必须依赖于 t；单纯的数没有梯度。</translation>
    </message>
    <message>
        <source>At t = {at} the gradient of this formula is not finite; choose another t.</source>
        <translation>在 t = {at} 处，该公式的梯度不是有限的数；请另选一个 t。</translation>
    </message>
    <message>
        <source>The point is a finite number.</source>
        <translation>该点必须是有限的数。</translation>
    </message>
    <message>
        <source>The formula does not depend on {name}, so no tape can lead from it to {name}.</source>
        <translation>公式不依赖于 {name}，所以没有梯度带能从它通到 {name}。</translation>
    </message>
    <message>
        <source>The formula gives {dtype}, and only floating dtypes have gradients.</source>
        <translation>公式给出 {dtype}，而只有浮点类型才有梯度。</translation>
    </message>
    <message>
        <source>The formula itself lets no gradient back: it goes through an operation, as floor is one, that has none.</source>
        <translation>公式本身不让梯度传回来：它经过了没有梯度的运算，例如 floor。</translation>
    </message>
    <message>
        <source>The speed of this formula is the same everywhere: it does not depend on {name}, so there is no way back to it.</source>
        <translation>这个公式的变化率处处相同：它不依赖于 {name}，所以没有路径回到 {name}。</translation>
    </message>
    <message>
        <source>A tape watches every trainable variable of its own accord, and records what is computed from it.</source>
        <translation>梯度带会自动监视每个可训练的变量，并记录由它计算的内容。</translation>
    </message>
    <message>
        <source>From tape.watch(t) on, the tape follows the constant as it would a variable.</source>
        <translation>从 tape.watch(t) 起，梯度带像跟踪变量那样跟踪这个常数。</translation>
    </message>
    <message>
        <source>A variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>A constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>A tape watches variables by itself, constants only when told to. Nothing that it watches went into the formula, so it recorded nothing.</source>
        <translation>梯度带自动监视变量，但只在被告知时才监视常数。公式的输入中没有任何它监视的量，所以它什么也没有记录。</translation>
    </message>
    <message>
        <source>Tell the tape to watch t, before t is used.</source>
        <translation>在使用 t 之前，让梯度带监视 t。</translation>
    </message>
    <message>
        <source>A constant that is watched</source>
        <translation>被监视的常数</translation>
    </message>
    <message>
        <source>A constant, watched too late</source>
        <translation>监视得太晚的常数</translation>
    </message>
    <message>
        <source>The formula was computed before tape.watch(t), and a tape records nothing afterwards.</source>
        <translation>公式在 tape.watch(t) 之前就算完了，而梯度带不会事后补记。</translation>
    </message>
    <message>
        <source>Watch t first, then compute with it.</source>
        <translation>先监视 t，再用它计算。</translation>
    </message>
    <message>
        <source>A variable that is not trainable</source>
        <translation>不可训练的变量</translation>
    </message>
    <message>
        <source>trainable=False says that this variable is not to be learned, so tapes do not watch it.</source>
        <translation>trainable=False 表示该变量不参与学习，所以梯度带不监视它。</translation>
    </message>
    <message>
        <source>Make it trainable, as variables are unless told otherwise.</source>
        <translation>让它可训练；变量默认就是如此。</translation>
    </message>
    <message>
        <source>A variable of whole numbers</source>
        <translation>整数变量</translation>
    </message>
    <message>
        <source>An int32 moves in whole steps, so it has no slope: tapes follow floating dtypes only, and a cast afterwards comes too late.</source>
        <translation>int32 只能整步变化，所以没有斜率：梯度带只跟踪浮点类型，事后再转换已经太晚。</translation>
    </message>
    <message>
        <source>Write the number with a point: that makes it a float32.</source>
        <translation>写上小数点，它就成为 float32。</translation>
    </message>
    <message>
        <source>A model has from 1 to {most} layers, not {count}.</source>
        <translation>模型有 1 到 {most} 层，而不是 {count} 层。</translation>
    </message>
    <message>
        <source>{units} units would need {needed:.1f} GiB of memory here; choose at most {most}.</source>
        <translation>{units} 个单元在这里需要 {needed:.1f} GiB 内存；请最多选择 {most} 个。</translation>
    </message>
    <message>
        <source>A layer needs a whole number of units, at least 1, not {value}.</source>
        <translation>一层的单元数必须是至少为 1 的整数，而不是 {value}。</translation>
    </message>
    <message>
        <source>A regularizer&apos;s factor is a number, 0 for none, such as 0.001; not {value}.</source>
        <translation>正则化系数是一个数，0 表示不用，例如 0.001；而不是 {value}。</translation>
    </message>
    <message>
        <source>Keras has no activation called {name}.</source>
        <translation>Keras 没有名为 {name} 的激活函数。</translation>
    </message>
    <message>
        <source>Keras could not do it; it says: {reason}.</source>
        <translation>Keras 无法完成；它说：{reason}。</translation>
    </message>
    <message>
        <source>This Keras has nothing called {name} there; did you mean {close}?</source>
        <translation>当前的 Keras 在此处没有名为 {name} 的选项；是否想用 {close}？</translation>
    </message>
    <message>
        <source>{name} has no argument called {argument}; leave it out.</source>
        <translation>{name} 没有名为 {argument} 的参数；请去掉它。</translation>
    </message>
    <message>
        <source>{name} is either True or False, not {value}.</source>
        <translation>{name} 只能是 True 或 False，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} is one of {choices}, not {value}.</source>
        <translation>{name} 只能是 {choices} 之一，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} is a list of 1 to {most} entries, not {value}.</source>
        <translation>{name} 是含 1 到 {most} 项的列表，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} is a list of words, and {value} is none.</source>
        <translation>{name} 是单词的列表，而 {value} 不是单词。</translation>
    </message>
    <message>
        <source>{name} is a whole number, not {value}.</source>
        <translation>{name} 是整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} is a number such as 0.1, not {value}.</source>
        <translation>{name} 是数，例如 0.1，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be above {low}, not {value}.</source>
        <translation>{name} 必须大于 {low}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be at least {low}, not {value}.</source>
        <translation>{name} 不能小于 {low}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be below {high}, not {value}.</source>
        <translation>{name} 必须小于 {high}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be at most {high}, not {value}.</source>
        <translation>{name} 不能大于 {high}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must lie between {low} and {high}, not {value}.</source>
        <translation>{name} 必须大于 {low} 且小于 {high}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be above {low} and at most {high}, not {value}.</source>
        <translation>{name} 必须大于 {low} 且不大于 {high}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be at least {low} and below {high}, not {value}.</source>
        <translation>{name} 必须不小于 {low} 且小于 {high}，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be from {low} to {high}, not {value}.</source>
        <translation>{name} 必须在 {low} 到 {high} 之间（含两端），不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} is what the others are built on and computes nothing itself.</source>
        <translation>{name} 是其他类的基类，本身不做任何计算。</translation>
    </message>
    <message>
        <source>{name} only sorts things for other classes and is nothing to train with.</source>
        <translation>{name} 只为其他类整理对象，不能用来训练。</translation>
    </message>
    <message>
        <source>{name} only wraps another one, its {argument}; choose that one itself.</source>
        <translation>{name} 只是包装另一个对象，即它的 {argument}；请直接选择那一个。</translation>
    </message>
    <message>
        <source>{name} adds up numbers that it is given and does not compare targets with predictions.</source>
        <translation>{name} 只累计给它的数，并不比较目标与预测。</translation>
    </message>
    <message>
        <source>A name is made of letters, digits and _, as my_loss; {name} is not.</source>
        <translation>名称由字母、数字和 _ 组成，例如 my_loss；{name} 不是这样的名称。</translation>
    </message>
    <message>
        <source>{name} is taken or too long; choose another name, as my_loss.</source>
        <translation>{name} 已被占用或过长；请换一个名称，例如 my_loss。</translation>
    </message>
    <message>
        <source>{name} must depend on y_pred, as in square(y_true - y_pred).</source>
        <translation>{name} 必须依赖 y_pred，例如 square(y_true - y_pred)。</translation>
    </message>
    <message>
        <source>Take {choice} instead.</source>
        <translation>改用 {choice}。</translation>
    </message>
    <message>
        <source>Take {choice} instead, and {targets} as targets.</source>
        <translation>改用 {choice}，并以 {targets} 作为目标。</translation>
    </message>
    <message>
        <source>Take {targets} as targets.</source>
        <translation>以 {targets} 作为目标。</translation>
    </message>
    <message>
        <source>Take {layer} as the last layer.</source>
        <translation>以 {layer} 作为最后一层。</translation>
    </message>
    <message>
        <source>Take {targets} as targets, and {layer} as the last layer.</source>
        <translation>以 {targets} 作为目标，以 {layer} 作为最后一层。</translation>
    </message>
    <message>
        <source>Keras cannot make {name} of these arguments; it says: {reason}.</source>
        <translation>Keras 无法用这些参数创建 {name}；它的说明是：{reason}。</translation>
    </message>
    <message>
        <source>{name} compares column by column, but the targets have {columns} and the last layer has {units}.</source>
        <translation>{name} 逐列比较，但目标有 {columns} 列，而最后一层有 {units} 个单元。</translation>
    </message>
    <message>
        <source>Keras cannot compute {name} of these targets and outputs; it says: {reason}.</source>
        <translation>Keras 无法用这些目标和输出计算 {name}；它的说明是：{reason}。</translation>
    </message>
    <message>
        <source>{name} must give one number for each sample, or one for the batch, not the shape {shape}.</source>
        <translation>{name} 必须为每个样本给出一个数，或为整个批量给出一个数，不能是形状 {shape}。</translation>
    </message>
    <message>
        <source>{name} compares the samples of a batch with each other, as embeddings of length 1; a Dense layer gives none.</source>
        <translation>{name} 把批量中的样本当作长度为 1 的嵌入来相互比较；Dense 层给不出这样的嵌入。</translation>
    </message>
    <message>
        <source>{name} has no gradient: it does not change smoothly with y_pred, so nothing can be learnt.</source>
        <translation>{name} 没有梯度：它不随 y_pred 平滑变化，因此什么也学不到。</translation>
    </message>
    <message>
        <source>{name} or its gradient is not a finite number where the output is {output} and the target {target}.</source>
        <translation>当输出为 {output}、目标为 {target} 时，{name} 或它的梯度不是有限的数。</translation>
    </message>
    <message>
        <source>{name} grows without bounds where the output is {output} and the target {target}.</source>
        <translation>当输出为 {output}、目标为 {target} 时，{name} 会无限增大。</translation>
    </message>
    <message>
        <source>{name} with from_logits=True reads raw outputs, and {activation} has already squeezed them.</source>
        <translation>{name} 设了 from_logits=True 时读取原始输出，而 {activation} 已经压缩了输出。</translation>
    </message>
    <message>
        <source>{name} reads outputs as probabilities from 0 to 1, and {activation} goes beyond.</source>
        <translation>{name} 把输出当作 0 到 1 的概率，而 {activation} 会超出这个范围。</translation>
    </message>
    <message>
        <source>{name} reads outputs as probabilities that sum to 1, and those of {activation} do not.</source>
        <translation>{name} 把输出当作总和为 1 的概率，而 {activation} 的输出总和不是 1。</translation>
    </message>
    <message>
        <source>{name} is the same for right and wrong outputs where the target is {target}.</source>
        <translation>当目标为 {target} 时，无论输出对错，{name} 都一样。</translation>
    </message>
    <message>
        <source>{name} is content with an output of {output}, which does not tell the target {target}.</source>
        <translation>{name} 满足于输出 {output}，而从它看不出目标 {target}。</translation>
    </message>
    <message>
        <source>{name} can teach nothing, since {activation} of one unit always gives {output}.</source>
        <translation>{name} 什么也教不了，因为单个单元的 {activation} 总是给出 {output}。</translation>
    </message>
    <message>
        <source>{name} reads a target of -1 as 0.</source>
        <translation>{name} 把目标 -1 当作 0。</translation>
    </message>
    <message>
        <source>{name} leads the outputs to {output} and not to the shares {target} in the targets.</source>
        <translation>{name} 把输出引向 {output}，而不是目标中的概率 {target}。</translation>
    </message>
    <message>
        <source>{name} falls without end where the target is {target}.</source>
        <translation>当目标为 {target} 时，{name} 会无限下降。</translation>
    </message>
    <message>
        <source>{name} has no gradient at an output of {output} with the target {target}, so learning stops there.</source>
        <translation>当输出为 {output}、目标为 {target} 时，{name} 没有梯度，学习在那里停止。</translation>
    </message>
    <message>
        <source>{name} wants an output for the target {target} that this activation cannot reach.</source>
        <translation>{name} 对目标 {target} 要求的输出，这个激活函数达不到。</translation>
    </message>
    <message>
        <source>{name} gives a list of {count} and not one number; average them, or take one threshold.</source>
        <translation>{name} 给出含 {count} 项的列表而不是一个数；请取平均，或只用一个阈值。</translation>
    </message>
    <message>
        <source>{name} is no finite number for what {activation} gives.</source>
        <translation>对于 {activation} 给出的输出，{name} 不是有限的数。</translation>
    </message>
    <message>
        <source>{name} is the same for right and wrong outputs here.</source>
        <translation>在这里，无论输出对错，{name} 都一样。</translation>
    </message>
    <message>
        <source>{name} does not tell right from wrong near an output of {output}, where {loss} draws the line.</source>
        <translation>{name} 在输出 {output} 附近分不出对错，而 {loss} 正以此为界。</translation>
    </message>
    <message>
        <source>{name} gets worse while {loss} gets better, which leads to outputs such as {output}.</source>
        <translation>{loss} 越好，{name} 反而越差，因为它引向 {output} 这样的输出。</translation>
    </message>
    <message>
        <source>{name} does not change when every sample with the target {target} is mistaken.</source>
        <translation>即使目标为 {target} 的样本全都判错，{name} 也不变。</translation>
    </message>
    <message>
        <source>{name} wants other outputs than {output}, to which {loss} leads.</source>
        <translation>{loss} 引向输出 {output}，而 {name} 要的是别的输出。</translation>
    </message>
    <message>
        <source>{name} is told of {count} classes, and there are {classes}.</source>
        <translation>{name} 以为有 {count} 个类别，实际有 {classes} 个。</translation>
    </message>
    <message>
        <source>The scratch loop tells two classes apart; choose data with two.</source>
        <translation>从零编写的循环只区分两个类别；请选择有两个类别的数据。</translation>
    </message>
    <message>
        <source>The epochs must be a whole number from 1 to {most}, not {value}.</source>
        <translation>轮次必须是 1 到 {most} 的整数，而不是 {value}。</translation>
    </message>
    <message>
        <source>Keras cannot compute this loss or these metrics; it says: {reason}.</source>
        <translation>Keras 无法计算这个损失或这些指标；它说：{reason}。</translation>
    </message>
    <message>
        <source>There is no epoch {epoch}: {epochs} were trained so far.</source>
        <translation>没有第 {epoch} 轮：到目前为止训练了 {epochs} 轮。</translation>
    </message>
    <message>
        <source>The weights after epoch {epoch} were let go, to save memory; try {near}.</source>
        <translation>为节省内存，第 {epoch} 轮之后的权重没有保留；请试试第 {near} 轮。</translation>
    </message>
    <message>
        <source>The loss at batch {batch} is no longer finite, so training stopped: each step overshot the one before. Lower the learning rate and begin anew.</source>
        <translation>第 {batch} 个批量的损失不再是有限的数，训练因此停止：每一步都比前一步冲得更远。请降低学习率，重新开始。</translation>
    </message>
    <message>
        <source>No best weights are kept yet: switch that on and train.</source>
        <translation>还没有保留最佳权重：请打开该开关并训练。</translation>
    </message>
    <message>
        <source>The threshold is a number such as 0.5, not {value}.</source>
        <translation>阈值是一个数，例如 0.5，而不是 {value}。</translation>
    </message>
    <message>
        <source>The patience is a whole number of epochs, at least 0, not {value}.</source>
        <translation>耐心值是至少为 0 的整数轮次，而不是 {value}。</translation>
    </message>
    <message>
        <source>{monitor} is watched only where points are held out; hold some out.</source>
        <translation>只有留出了一些点才能监视 {monitor}；请留出一些点。</translation>
    </message>
    <message>
        <source>Nothing called {monitor} is measured here; choose one of {names}.</source>
        <translation>这里没有测量名为 {monitor} 的量；请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>model(x) keeps what every layer gives for all {count} points, {needed:.1f} GiB; predict takes them in batches.</source>
        <translation>model(x) 会保留每一层对全部 {count} 个点的输出，共 {needed:.1f} GiB；predict 则分批处理。</translation>
    </message>
    <message>
        <source>A point is two numbers, such as 1.5, 2; give at least one.</source>
        <translation>一个点是两个数，例如 1.5, 2；请至少给出一个点。</translation>
    </message>
    <message>
        <source>The numbers of a point lie between -{most:g} and {most:g}.</source>
        <translation>点的坐标在 -{most:g} 和 {most:g} 之间。</translation>
    </message>
    <message>
        <source>Ask for a whole number of points from 1 to {most}, not {value}.</source>
        <translation>请指定 1 到 {most} 个点（整数），而不是 {value}。</translation>
    </message>
    <message>
        <source>The file was changed while it was read.</source>
        <translation>文件在读取过程中被改动了。</translation>
    </message>
    <message>
        <source>Loading took longer than {seconds} s and was given up.</source>
        <translation>加载超过了 {seconds} 秒，已放弃。</translation>
    </message>
    <message>
        <source>The weights in the file are not whole: {reason}.</source>
        <translation>文件中的权重不完整：{reason}。</translation>
    </message>
    <message>
        <source>The file could not be loaded: what read it broke down.</source>
        <translation>文件无法加载：读取它的进程中断了。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>The file has {size:.0f} MiB; a model for this tab has at most {most}.</source>
        <translation>文件有 {size:.0f} MiB；这个标签页的模型最多 {most} MiB。</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>文件无法读取：{reason}。</translation>
    </message>
    <message>
        <source>This is no whole .keras file: it is damaged, or something else.</source>
        <translation>这不是完整的 .keras 文件：它已损坏，或是别的文件。</translation>
    </message>
    <message>
        <source>The file holds more than a model: it is not opened.</source>
        <translation>文件里不只有模型：不予打开。</translation>
    </message>
    <message>
        <source>A .keras file holds a description and weights; this one holds {names}.</source>
        <translation>.keras 文件包含描述和权重；这个文件包含的是 {names}。</translation>
    </message>
    <message>
        <source>{name} in the file would unpack to {size:.0f} MiB; at most {most} are taken.</source>
        <translation>文件中的 {name} 解压后有 {size:.0f} MiB；最多接受 {most} MiB。</translation>
    </message>
    <message>
        <source>A model for this tab has from 1 to {most} layers.</source>
        <translation>这个标签页的模型有 1 到 {most} 层。</translation>
    </message>
    <message>
        <source>The model must take points of two numbers.</source>
        <translation>模型的输入必须是由两个数组成的点。</translation>
    </message>
    <message>
        <source>The file holds a Lambda layer, which is a program of someone else&apos;s; it is not run.</source>
        <translation>文件中含有 Lambda 层，那是别人的程序；不会运行它。</translation>
    </message>
    <message>
        <source>The file holds {name}; this tab builds a Sequential of Dense layers.</source>
        <translation>文件中含有 {name}；这个标签页只构建由 Dense 层组成的 Sequential。</translation>
    </message>
    <message>
        <source>A layer in the file has a {name} that this tab has no field for.</source>
        <translation>文件中有一层带有 {name}，这个标签页没有与之对应的字段。</translation>
    </message>
    <message>
        <source>All points held out are of class {classes}: what is measured on them says nothing of the others. Hold out more points.</source>
        <translation>留出的点全部属于类别 {classes}：在它们上面测得的结果不能说明其他类别。请留出更多的点。</translation>
    </message>
    <message>
        <source>All points held out are of class {classes}: what is measured on them says nothing of the others. validation_split takes the last points as they lie; shuffle first.</source>
        <translation>留出的点全部属于类别 {classes}：在它们上面测得的结果不能说明其他类别。validation_split 按原有顺序取最后的点；请先打乱。</translation>
    </message>
    <message>
        <source>No point of class {classes} is held out; shuffle first.</source>
        <translation>没有留出类别 {classes} 的点；请先打乱。</translation>
    </message>
    <message>
        <source>No point of class {classes} is trained on; shuffle first.</source>
        <translation>训练数据中没有类别 {classes} 的点；请先打乱。</translation>
    </message>
    <message>
        <source>fit says {fitted:.4g} for the loss of epoch {epoch}, evaluate says {evaluated:.4g} of the weights after it: fit&apos;s figure is the mean over the epoch, while the weights changed.</source>
        <translation>对第 {epoch} 轮的损失，fit 报告 {fitted:.4g}，而 evaluate 用该轮之后的权重得到 {evaluated:.4g}：fit 的数字是整轮的平均值，其间权重一直在变。</translation>
    </message>
    <message>
        <source>The share held out must be above 0 and below 1, such as 0.3; not {value}.</source>
        <translation>留出的比例必须大于 0 且小于 1，例如 0.3；而不是 {value}。</translation>
    </message>
    <message>
        <source>With a share of {value:g}, {held} of {count} points would be held out, and {left} left to train on; both need some.</source>
        <translation>比例为 {value:g} 时，{count} 个点中会留出 {held} 个，剩下 {left} 个用于训练；两边都需要有点。</translation>
    </message>
    <message>
        <source>Such targets are for two classes, and the data has {count}.</source>
        <translation>这样的目标只适用于两个类别，而数据有 {count} 个类别。</translation>
    </message>
    <message>
        <source>Take {targets} as targets, and Dense({units}, {activation}) as the last layer.</source>
        <translation>以 {targets} 为目标，以 Dense({units}, {activation}) 为最后一层。</translation>
    </message>
    <message>
        <source>A model goes into a file whose name ends in .keras.</source>
        <translation>模型要存入名称以 .keras 结尾的文件。</translation>
    </message>
    <message>
        <source>The model could not be written: {reason}.</source>
        <translation>模型无法写入：{reason}。</translation>
    </message>
    <message>
        <source>Above {most}, NumPy&apos;s value is not worked out beside TensorFlow&apos;s.</source>
        <translation>超过 {most} 时，不再在 TensorFlow 旁边计算 NumPy 的值。</translation>
    </message>
    <message>
        <source>NumPy does not do this: {reason}.</source>
        <translation>NumPy 不支持这样做：{reason}。</translation>
    </message>
    <message>
        <source>An initializer is Keras&apos;s own; NumPy has no call for it.</source>
        <translation>初始化器是 Keras 特有的；NumPy 没有对应的调用。</translation>
    </message>
    <message>
        <source>NumPy has no value of {name} to go on from.</source>
        <translation>NumPy 没有 {name} 的值，无法接着计算。</translation>
    </message>
    <message>
        <source>NumPy has no bfloat16.</source>
        <translation>NumPy 没有 bfloat16。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard; copy a table first.</source>
        <translation>剪贴板上没有文本；请先复制一个表格。</translation>
    </message>
    <message>
        <source>{path} holds other data now than when the project was saved; open it to start on those.</source>
        <translation>{path} 中的数据与保存项目时不同；要从这些数据开始，请打开它。</translation>
    </message>
    <message>
        <source>{path}: column {column} is the class and must hold two different values; it holds {found}, so name the one to tell from the rest with --positive.</source>
        <translation>{path}：列 {column} 是类别，必须有两个不同的取值；现有 {found} 个，请用 --positive 指定要与其余区分的那一个。</translation>
    </message>
    <message>
        <source>{path} has no class “{value}”; its classes are {classes}.</source>
        <translation>{path} 没有“{value}”这个类别；它的类别是 {classes}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: it has more than a million characters; break it into rows.</source>
        <translation>{path} 第 {line} 行：超过一百万个字符；请把它分成多行。</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not {encoding}; choose another encoding.</source>
        <translation>{path} 第 {line} 行：这里不是 {encoding}；请选择另一种编码。</translation>
    </message>
    <message>
        <source>{path}, line {line}: a quote stands within a cell; double it, as in &quot;a &quot;&quot;b&quot;&quot;&quot;, or take it out.</source>
        <translation>{path} 第 {line} 行：单元格中间有一个引号；请把它写两遍，如 &quot;a &quot;&quot;b&quot;&quot;&quot;，或者去掉它。</translation>
    </message>
    <message>
        <source>{path}, line {line}: a cell has more than a hundred thousand characters; leave that column out.</source>
        <translation>{path} 第 {line} 行：一个单元格超过十万个字符；请去掉这一列。</translation>
    </message>
    <message>
        <source>{path}, line {line}: a quote is opened here and never closed; close it, or take it out.</source>
        <translation>{path} 第 {line} 行：这里的引号没有结束；请补上结束的引号，或者去掉它。</translation>
    </message>
    <message>
        <source>{path} is not a text file; save the table as CSV, in a spreadsheet program for example.</source>
        <translation>{path} 不是文本文件；请把表格存成 CSV，例如用电子表格程序。</translation>
    </message>
    <message>
        <source>Keras finds the one that goes with the shapes of targets and output.</source>
        <translation>Keras 会自动选用与目标和输出的形状相符的那一个。</translation>
    </message>
    <message>
        <source>{name} is still being saved; try again when it is there.</source>
        <translation>{name} 还在保存中，请等它完成后再试。</translation>
    </message>
    <message>
        <source>The picture is too large; choose a smaller scale.</source>
        <translation>图片太大，请选择较小的倍数。</translation>
    </message>
    <message>
        <source>There is no room left for {name}; make some, or choose another disk. Nothing was changed.</source>
        <translation>没有空间保存 {name} 了：请腾出一些空间，或换一个磁盘。原有内容没有改变。</translation>
    </message>
    <message>
        <source>{name} may not be written there; choose another folder. Nothing was changed.</source>
        <translation>{name} 不能写到那里，请换一个文件夹。原有内容没有改变。</translation>
    </message>
    <message>
        <source>The folder for {name} is not there any more; choose another one.</source>
        <translation>{name} 所在的文件夹已不存在，请换一个。</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Nothing was changed.</source>
        <translation>{name} 无法写入：{reason}。原有内容没有改变。</translation>
    </message>
    <message>
        <source>Leave at least one point of each class.</source>
        <translation>每个类别至少保留一个点。</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in {folder}: {reason}; save it yourself now and then.</source>
        <translation>无法在 {folder} 留存未保存的内容：{reason}；请不时自行保存。</translation>
    </message>
    <message>
        <source>The weights or the calls of fit in the project cannot be.</source>
        <translation>项目中的权重或 fit 调用是不可能的。</translation>
    </message>
    <message>
        <source>The run of {steps} steps, looked at after {position}, cannot be.</source>
        <translation>一共 {steps} 步、查看第 {position} 步的训练是不可能的。</translation>
    </message>
    <message>
        <source>{count} earlier runs of {steps} steps are more than TapeLab keeps.</source>
        <translation>{count} 次共 {steps} 步的先前运行超出了 TapeLab 能保留的范围。</translation>
    </message>
    <message>
        <source>This project cannot be opened: {place} is nothing that TapeLab knows. Nothing was changed.</source>
        <translation>无法打开此项目：TapeLab 不认识 {place}。什么都没有改变。</translation>
    </message>
    <message>
        <source>This project cannot be opened: at {place}, {reason} Nothing was changed.</source>
        <translation>无法打开此项目：{place} 处：{reason} 什么都没有改变。</translation>
    </message>
    <message>
        <source>This is no project of TapeLab&apos;s: it does not say that it is one.</source>
        <translation>这不是 TapeLab 的项目：文件里没有这样写明。</translation>
    </message>
    <message>
        <source>This project was made by a newer TapeLab ({program}); update TapeLab to open it.</source>
        <translation>此项目由更新的 TapeLab（{program}）创建；请更新 TapeLab 后再打开。</translation>
    </message>
    <message>
        <source>“{name}” is not a file.</source>
        <translation>“{name}”不是文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>无法读取“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>This project cannot be opened: at {place} it has {value} instead of {wanted}. Nothing was changed.</source>
        <translation>无法打开此项目：{place} 处是 {value}，而应为 {wanted}。什么都没有改变。</translation>
    </message>
    <message>
        <source>This is no project of TapeLab&apos;s: it is larger than {most} MB, and none of its own is.</source>
        <translation>这不是 TapeLab 的项目：它大于 {most} MB，而 TapeLab 的项目没有这么大。</translation>
    </message>
    <message>
        <source>This is no project of TapeLab&apos;s, or it is damaged: line {line}, column {column} is no JSON.</source>
        <translation>这不是 TapeLab 的项目，或者它已损坏：第 {line} 行第 {column} 列不是 JSON。</translation>
    </message>
    <message>
        <source>This is no project of TapeLab&apos;s, or it is damaged: {reason}.</source>
        <translation>这不是 TapeLab 的项目，或者它已损坏：{reason}。</translation>
    </message>
    <message>
        <source>Line {number} of the workspace, {line}, cannot be run again: {reason}</source>
        <translation>工作区的第 {number} 行 {line} 无法再次运行：{reason}</translation>
    </message>
    <message>
        <source>There is no tensor {name} in the workspace of the project.</source>
        <translation>项目的工作区里没有张量 {name}。</translation>
    </message>
    <message>
        <source>The project looks at step {position}, and its run has {steps}; the last one is shown.</source>
        <translation>项目要查看第 {position} 步，而它的训练只有 {steps} 步；显示的是最后一步。</translation>
    </message>
    <message>
        <source>{folder} holds a run of TensorBoard&apos;s already; choose another folder.</source>
        <translation>{folder} 里已经有一次 TensorBoard 的训练记录；请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}; choose another one.</source>
        <translation>无法建立文件夹 {folder}：{reason}；请选择另一个。</translation>
    </message>
    <message>
        <source>Choose steps from 0 to {newest}, the first before the last.</source>
        <translation>请选择从 0 到 {newest} 的步，起点在终点之前。</translation>
    </message>
    <message>
        <source>Take every step, or every second: 1 or more, not {value}.</source>
        <translation>每一步或每两步取一帧：请填 1 或更大的数，而不是 {value}。</translation>
    </message>
    <message>
        <source>These would be {count} pictures; take at most {most}: only every {every}-th step, for example.</source>
        <translation>这样会有 {count} 张图；最多 {most} 张：例如每 {every} 步取一张。</translation>
    </message>
    <message>
        <source>The rows are fewer than one batch of {value}; choose a smaller one.</source>
        <translation>数据的行数不够 {value} 行的一个批量；请选小一些的批量。</translation>
    </message>
    <message>
        <source>The rows of {path} cannot be read on: {reason}</source>
        <translation>{path} 的数据无法继续读取：{reason}</translation>
    </message>
    <message>
        <source>What the run says could not be written: {reason}; mend that, and go on with --resume.</source>
        <translation>训练的输出无法写入：{reason}；请先排除原因，再用 --resume 接着训练。</translation>
    </message>
    <message>
        <source>The loss at step {step} is not finite: choose a smaller learning rate, or look for gaps and classes other than {positive} and {negative} in the rows.</source>
        <translation>第 {step} 步的损失不是有限数：请选小一些的学习率，或检查数据中是否有空缺，以及 {positive} 和 {negative} 之外的类别。</translation>
    </message>
    <message>
        <source>TF_CONFIG must hold the addresses of all workers and which one this is, as in the README.</source>
        <translation>TF_CONFIG 必须写明所有工作进程的地址以及这是哪一个，如 README 所示。</translation>
    </message>
    <message>
        <source>The address {address} of this worker cannot be used: {reason}.</source>
        <translation>此工作进程的地址 {address} 无法使用：{reason}。</translation>
    </message>
    <message>
        <source>These workers did not come: {workers}.</source>
        <translation>这些工作进程没有出现：{workers}。</translation>
    </message>
    <message>
        <source>These workers have left: {workers}.</source>
        <translation>这些工作进程已经离开：{workers}。</translation>
    </message>
    <message>
        <source>{path} has no column {column}; it has {columns}.</source>
        <translation>{path} 没有 {column} 这一列；它有 {columns}。</translation>
    </message>
    <message>
        <source>{path} needs a column to learn from beside the class {column}.</source>
        <translation>{path} 除了类别列 {column}，还需要一个可以学习的列。</translation>
    </message>
    <message>
        <source>{path} has other columns than {other}; leave one of them out.</source>
        <translation>{path} 的列与 {other} 不同；请去掉其中一个文件。</translation>
    </message>
    <message>
        <source>No file fits {pattern}; its name must end in one of {kinds}.</source>
        <translation>没有文件符合 {pattern}；文件名必须以 {kinds} 之一结尾。</translation>
    </message>
    <message>
        <source>{pattern} has files of several kinds: {kinds}; name one kind.</source>
        <translation>{pattern} 包含多种文件：{kinds}；请只指定一种。</translation>
    </message>
    <message>
        <source>{path}: column {column} is the class and must hold two different values; its first rows hold {found}, so name the one to tell from the rest with --positive.</source>
        <translation>{path}：{column} 列是类别，必须有两个不同的值；开头的行里有 {found} 个，请用 --positive 指明要与其余区分开的那一个。</translation>
    </message>
    <message>
        <source>{path} is UTF-16, which cannot be streamed; save it as UTF-8.</source>
        <translation>{path} 是 UTF-16 编码，无法逐行读取；请存为 UTF-8。</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} 是空的。</translation>
    </message>
    <message>
        <source>{path} has two columns of one name; rename one of them.</source>
        <translation>{path} 有两列同名；请给其中一列改名。</translation>
    </message>
    <message>
        <source>{path} holds no records of tf.train.Example.</source>
        <translation>{path} 里没有 tf.train.Example 记录。</translation>
    </message>
    <message>
        <source>Only the strategy mirrored divides the processor, and only where there is no graphics processor.</source>
        <translation>只有 mirrored 策略会划分处理器，而且只在没有图形处理器的机器上。</translation>
    </message>
    <message>
        <source>A batch of {value} rows has no equal parts for {devices} devices; {near} would have.</source>
        <translation>{value} 行的批量无法平均分给 {devices} 个设备；{near} 行可以。</translation>
    </message>
    <message>
        <source>{path}: column {column} holds no single numbers or words but {kind}; leave it out of the file, or spread it over columns of its own.</source>
        <translation>{path}：{column} 列里不是单个的数或词，而是 {kind}；请从文件中去掉它，或者拆成若干列。</translation>
    </message>
    <message>
        <source>{path} is a table in Parquet; to open it, install polars with {command}, or save the table as CSV.</source>
        <translation>{path} 是 Parquet 表格；要打开它，请用 {command} 安装 polars，或者把表格存成 CSV。</translation>
    </message>
    <message>
        <source>{path} cannot be read as Parquet: {reason}; write it anew, or save the table as CSV.</source>
        <translation>无法按 Parquet 读取 {path}：{reason}；请重新写出，或者把表格存成 CSV。</translation>
    </message>
    <message>
        <source>A run of {steps} steps, its own from step {own} on, cannot be.</source>
        <translation>一次 {steps} 步、从第 {own} 步起才属于自己的运行是不可能的。</translation>
    </message>
    <message>
        <source>There is no folder {folder}; is its disk there?</source>
        <translation>没有文件夹 {folder}；它所在的磁盘连接好了吗？</translation>
    </message>
    <message>
        <source>{name} is a file; open the folder that it is in.</source>
        <translation>{name} 是一个文件；请打开它所在的文件夹。</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {reason}.</source>
        <translation>无法读取 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} is no run, but {name} in it is; open that folder.</source>
        <translation>{folder} 本身没有训练记录，但其中的 {name} 有；请打开那个文件夹。</translation>
    </message>
    <message>
        <source>{folder} is no run: open the folder that was named by --run-dir, or one with TensorBoard&apos;s files.</source>
        <translation>{folder} 里没有训练记录：请打开用 --run-dir 指定的文件夹，或含有 TensorBoard 文件的文件夹。</translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation>{name} 已经打开了。</translation>
    </message>
    <message>
        <source>{most} runs are open; close one to see another.</source>
        <translation>已经打开了 {most} 次训练；请先关闭一个，再打开另一个。</translation>
    </message>
    <message>
        <source>There is not enough memory for {name}; close other runs first.</source>
        <translation>内存不够，无法打开 {name}；请先关闭其他训练。</translation>
    </message>
    <message>
        <source>The first rows of {pattern} hold no point of this run&apos;s classes.</source>
        <translation>{pattern} 开头的行里没有属于这次训练的两个类别的点。</translation>
    </message>
    <message>
        <source>The rows of this run, {pattern}, are not found from here.</source>
        <translation>在这里找不到这次训练所用的数据行 {pattern}。</translation>
    </message>
    <message>
        <source>{name} has more steps than there is room for; the first are shown.</source>
        <translation>{name} 的步数多得放不下；显示的是前面的一部分。</translation>
    </message>
    <message>
        <source>{name} cannot be read at the moment: {reason}. It is tried again.</source>
        <translation>目前无法读取 {name}：{reason}。会再次尝试。</translation>
    </message>
    <message>
        <source>No step in {name} has a loss, an accuracy or weights by that name.</source>
        <translation>{name} 中没有哪一步记录了名为 loss、accuracy 或 weights 的数值。</translation>
    </message>
    <message>
        <source>These workers have other options or other files of rows than worker 0: {workers}; start all alike.</source>
        <translation>这些工作进程的选项或数据文件与 0 号不同：{workers}；请以相同的参数启动所有进程。</translation>
    </message>
</context>
<context>
    <name>event_files</name>
    <message>
        <source>A folder for TensorBoard&apos;s logs</source>
        <translation>TensorBoard 日志的文件夹</translation>
    </message>
    <message>
        <source>Saved: {path}. To look at it, install TensorBoard: pip install &quot;tapelab[tensorboard]&quot;</source>
        <translation>已保存：{path}。要查看，请安装 TensorBoard：pip install &quot;tapelab[tensorboard]&quot;</translation>
    </message>
    <message>
        <source>Saved: {path}. To look at it: tensorboard --logdir {folder}</source>
        <translation>已保存：{path}。要查看：tensorboard --logdir {folder}</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>shape {shape}</source>
        <translation>形状 {shape}</translation>
    </message>
    <message>
        <source>Its length in each dimension: {count} elements</source>
        <translation>各维度的长度：共 {count} 个元素</translation>
    </message>
    <message>
        <source>What kind of number each element is</source>
        <translation>每个元素是哪种数</translation>
    </message>
    <message>
        <source>The memory that its elements take</source>
        <translation>元素占用的内存</translation>
    </message>
    <message>
        <source>The device whose memory holds it</source>
        <translation>存放它的设备</translation>
    </message>
    <message>
        <source>The least of its finite elements</source>
        <translation>有限元素中的最小值</translation>
    </message>
    <message>
        <source>The greatest of its finite elements</source>
        <translation>有限元素中的最大值</translation>
    </message>
    <message>
        <source>The mean of its finite elements</source>
        <translation>有限元素的均值</translation>
    </message>
    <message>
        <source>How many elements are not a number</source>
        <translation>有多少个元素不是数（NaN）</translation>
    </message>
    <message>
        <source>NaN {count}</source>
        <translation>NaN {count}</translation>
    </message>
    <message>
        <source>How many elements are infinite</source>
        <translation>有多少个元素为无穷大</translation>
    </message>
    <message>
        <source>inf {count}</source>
        <translation>inf {count}</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
</context>
<context>
    <name>gradients</name>
    <message>
        <source>too much for a line</source>
        <translation>一行写不下</translation>
    </message>
    <message>
        <source>no way from {name} leads here: gradient() gives None</source>
        <translation>从 {name} 没有路径通到这里：gradient() 给出 None</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ 另外 {count} 项</translation>
    </message>
    <message>
        <source>Not recorded: nothing that a tape watches goes into it.</source>
        <translation>未被记录：它的输入中没有任何被梯度带监视的量。</translation>
    </message>
    <message>
        <source>Recorded by {name}.</source>
        <translation>由 {name} 记录。</translation>
    </message>
    <message>
        <source>Recorded by {names} and {last}.</source>
        <translation>由 {names} 和 {last} 记录。</translation>
    </message>
    <message>
        <source>What t is to the tape</source>
        <translation>对梯度带来说 t 是什么</translation>
    </message>
    <message>
        <source>What breaks the record</source>
        <translation>什么会打断记录</translation>
    </message>
    <message>
        <source>How the tape is used</source>
        <translation>如何使用梯度带</translation>
    </message>
    <message>
        <source>Line {line} is the repair.</source>
        <translation>第 {line} 行就是修正。</translation>
    </message>
    <message>
        <source>Line {line} is where it goes wrong.</source>
        <translation>第 {line} 行就是出错之处。</translation>
    </message>
    <message>
        <source>Line {line} makes the tape watch t.</source>
        <translation>第 {line} 行让梯度带监视 t。</translation>
    </message>
    <message>
        <source>What a tape watches</source>
        <translation>梯度带监视什么</translation>
    </message>
    <message>
        <source>A tape gives a gradient only for what it watched, and only through TensorFlow&apos;s own operations. One line of this program decides whether there is one.</source>
        <translation>梯度带只对它监视过的东西给出梯度，而且只经过 TensorFlow 自己的运算。这个程序中有一行决定了有没有梯度。</translation>
    </message>
</context>
<context>
    <name>joining</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
</context>
<context>
    <name>keras</name>
    <message>
        <source>The model is asked about the new points …</source>
        <translation>正在向模型询问新的点……</translation>
    </message>
    <message>
        <source>The scratch loop and Keras train side by side …</source>
        <translation>手写循环与 Keras 正在并列训练……</translation>
    </message>
    <message>
        <source>evaluate is running …</source>
        <translation>evaluate 正在运行……</translation>
    </message>
    <message>
        <source>The file is looked into, and read in a process of its own …</source>
        <translation>正在检查文件，并在单独的进程中读取……</translation>
    </message>
    <message>
        <source>These are the best weights so far, of epoch {epoch}.</source>
        <translation>这是至今最好的权重，出自轮次 {epoch}。</translation>
    </message>
    <message>
        <source>These are the first weights, before any training.</source>
        <translation>这是训练之前的初始权重。</translation>
    </message>
    <message>
        <source>These are the weights after epoch {epoch}. Training goes on from the newest.</source>
        <translation>这是轮次 {epoch} 之后的权重。训练会从最新的权重继续。</translation>
    </message>
    <message>
        <source>This does not fit together yet; what is wrong stands beside it.</source>
        <translation>各项设置尚不匹配；问题就写在相应的设置旁边。</translation>
    </message>
    <message>
        <source>The model is built and compiled. Play calls fit.</source>
        <translation>模型已构建并编译。按播放即调用 fit。</translation>
    </message>
    <message>
        <source>The loss is no longer finite, so fit was ended. A smaller learning rate helps.</source>
        <translation>损失不再是有限值，因此 fit 已结束。可改用较小的学习率。</translation>
    </message>
    <message>
        <source>fit has returned.</source>
        <translation>fit 已返回。</translation>
    </message>
    <message>
        <source>fit was told to stop, and has returned.</source>
        <translation>fit 已按要求停止并返回。</translation>
    </message>
    <message>
        <source>EarlyStopping has ended fit: {monitor} no longer got better.</source>
        <translation>EarlyStopping 结束了 fit：{monitor} 不再变好。</translation>
    </message>
    <message>
        <source>fit has begun.</source>
        <translation>fit 已开始。</translation>
    </message>
    <message>
        <source>fit is running: loss {loss}, the mean of this epoch so far.</source>
        <translation>fit 正在运行：损失 {loss}，是本轮次至今的平均。</translation>
    </message>
    <message>
        <source>fit waits between two batches: loss {loss}, the mean of this epoch so far.</source>
        <translation>fit 在两个批量之间等待：损失 {loss}，是本轮次至今的平均。</translation>
    </message>
    <message>
        <source>Its loss {said} is a running mean; evaluate says {true}.</source>
        <translation>其损失 {said} 是滑动平均；evaluate 给出 {true}。</translation>
    </message>
    <message>
        <source>best, epoch {epoch}</source>
        <translation>最好，轮次 {epoch}</translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation>轮次 {epoch} 之后</translation>
    </message>
    <message>
        <source>in epoch {epoch}</source>
        <translation>轮次 {epoch} 之中</translation>
    </message>
    <message>
        <source>{targets} targets</source>
        <translation>{targets} 目标</translation>
    </message>
    <message>
        <source>no metrics</source>
        <translation>不用指标</translation>
    </message>
    <message>
        <source>Use {things}</source>
        <translation>改用 {things}</translation>
    </message>
    <message>
        <source>{activation} of 1 unit</source>
        <translation>1 个单元的 {activation}</translation>
    </message>
    <message>
        <source>{activation} of {units} units</source>
        <translation>{units} 个单元的 {activation}</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 或 1</translation>
    </message>
    <message>
        <source>−1 or 1</source>
        <translation>−1 或 1</translation>
    </message>
    <message>
        <source>class number</source>
        <translation>类别编号</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>one-hot 编码</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>概率分布</translation>
    </message>
    <message>
        <source>real number</source>
        <translation>实数</translation>
    </message>
    <message>
        <source>A model in Keras</source>
        <translation>一个 Keras 模型</translation>
    </message>
    <message>
        <source>A model is built, compiled, fitted and evaluated. Each epoch&apos;s loss and metrics are printed, then what `evaluate` returns.</source>
        <translation>构建、编译、拟合并评估一个模型。先打印每个轮次的损失和指标，再打印 `evaluate` 返回的内容。</translation>
    </message>
    <message>
        <source>several settings</source>
        <translation>多项设置</translation>
    </message>
</context>
<context>
    <name>own_data</name>
    <message>
        <source>{count} rows, {features} features</source>
        <translation>{count} 行，{features} 个特征</translation>
    </message>
    <message>
        <source>gaps filled: {count}</source>
        <translation>填补缺失：{count} 处</translation>
    </message>
    <message>
        <source>left out for gaps: {count} (lines {lines})</source>
        <translation>因缺失去掉：{count} 行（第 {lines} 行）</translation>
    </message>
    <message>
        <source>{count} classes: {classes}</source>
        <translation>{count} 个类别：{classes}</translation>
    </message>
</context>
<context>
    <name>parsing</name>
    <message>
        <source>all</source>
        <comment>the batch size: all the points</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>never</source>
        <comment>stop after: never</comment>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>not of TapeLab&apos;s making</source>
        <translation>不是 TapeLab 写的</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>batch {size}</source>
        <translation>批量 {size}</translation>
    </message>
    <message>
        <source>one device</source>
        <translation>一个设备</translation>
    </message>
    <message>
        <source>{strategy}, {count} devices</source>
        <translation>{strategy}，{count} 个设备</translation>
    </message>
    <message>
        <source>Learns from: {data}</source>
        <translation>学习的数据：{data}</translation>
    </message>
    <message>
        <source>Features: {features}; class: {target}</source>
        <translation>特征：{features}；类别：{target}</translation>
    </message>
    <message>
        <source>Epochs: {epochs}; seed: {seed}; {devices}</source>
        <translation>轮次：{epochs}；种子：{seed}；{devices}</translation>
    </message>
    <message>
        <source>Begun {time} on {host}, process {pid}</source>
        <translation>{time} 在 {host} 上开始，进程 {pid}</translation>
    </message>
    <message>
        <source>being read: {share} %</source>
        <translation>正在读取：{share} %</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>正在写</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>没有动静</translation>
    </message>
    <message>
        <source>Its process is at work on this machine.</source>
        <translation>它的进程正在这台机器上工作。</translation>
    </message>
    <message>
        <source>Something has come lately.</source>
        <translation>不久前还有新的内容。</translation>
    </message>
    <message>
        <source>It wrote down that it ended.</source>
        <translation>它写下了自己的结束。</translation>
    </message>
    <message>
        <source>Its process is gone, and it wrote down no end.</source>
        <translation>它的进程已经不在，而它没有写下结束。</translation>
    </message>
    <message>
        <source>It wrote down no end, and nothing has come for a while; its process is not on this machine.</source>
        <translation>它没有写下结束，也有一段时间没有新的内容；它的进程不在这台机器上。</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation>{rate} 步/秒</translation>
    </message>
    <message>
        <source>One damaged record is left out.</source>
        <translation>略去了一条损坏的记录。</translation>
    </message>
    <message>
        <source>{count} damaged records are left out.</source>
        <translation>略去了 {count} 条损坏的记录。</translation>
    </message>
    <message>
        <source>where the prediction is 0.5.</source>
        <translation>在那里预测等于 0.5。</translation>
    </message>
    <message>
        <source>The weights are not known at this step, so there is no line.</source>
        <translation>这一步的权重不知道，所以没有直线。</translation>
    </message>
    <message>
        <source>The weights are 0, so there is no line.</source>
        <translation>权重是 0，所以没有直线。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>surface</name>
    <message>
        <source>bowl</source>
        <translation>碗</translation>
    </message>
    <message>
        <source>Both curvatures are the same everywhere; one is twice the other.</source>
        <translation>两个曲率处处相同；其中一个是另一个的两倍。</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>马鞍</translation>
    </message>
    <message>
        <source>Up along x, down along y: at 0, 0 it is level, and no minimum.</source>
        <translation>沿 x 向上，沿 y 向下：在 0, 0 处是水平的，却不是极小值。</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock</translation>
    </message>
    <message>
        <source>A narrow, bent valley: across it steep, along it almost flat, so that descent is slow.</source>
        <translation>一条又窄又弯的山谷：横向很陡，纵向几乎是平的，所以下降得很慢。</translation>
    </message>
    <message>
        <source>classifier&apos;s loss</source>
        <translation>分类器的损失</translation>
    </message>
    <message>
        <source>The mean squared error that the training tab brings down, over W[0] and W[1]; b stays.</source>
        <translation>训练标签页所降低的均方误差，以 W[0] 和 W[1] 为自变量；b 保持不变。</translation>
    </message>
    <message>
        <source>two wells</source>
        <translation>双谷</translation>
    </message>
    <message>
        <source>Two valleys and a pass between them: where descent ends depends on where it starts.</source>
        <translation>两个谷和它们之间的山口：下降在哪里结束，取决于它从哪里开始。</translation>
    </message>
    <message>
        <source>kinks</source>
        <translation>折痕</translation>
    </message>
    <message>
        <source>Flat pieces that meet in kinks: the Hessian is 0 everywhere, and says nothing of the minimum.</source>
        <translation>几块平面在折痕处相接：海森矩阵处处为 0，对极小值只字不提。</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>Hills, valleys and saddles side by side.</source>
        <translation>山峰、山谷和鞍部彼此相邻。</translation>
    </message>
    <message>
        <source>monkey saddle</source>
        <translation>猴鞍</translation>
    </message>
    <message>
        <source>At 0, 0 gradient and Hessian are 0, and yet it is not flat: the third order decides.</source>
        <translation>在 0, 0 处梯度和海森矩阵都是 0，却并不平坦：由三阶项决定。</translation>
    </message>
    <message>
        <source>Valley</source>
        <translation>谷</translation>
    </message>
    <message>
        <source>Hill</source>
        <translation>峰</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍</translation>
    </message>
    <message>
        <source>Trough</source>
        <translation>槽</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>脊</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>平</translation>
    </message>
    <message>
        <source>No curvature</source>
        <translation>没有曲率</translation>
    </message>
    <message>
        <source>Both eigenvalues are above 0: it curves up every way.</source>
        <translation>两个特征值都大于 0：向每个方向都向上弯。</translation>
    </message>
    <message>
        <source>Both eigenvalues are below 0: it curves down every way.</source>
        <translation>两个特征值都小于 0：向每个方向都向下弯。</translation>
    </message>
    <message>
        <source>One eigenvalue is below 0 and one above: down one way, up the other.</source>
        <translation>一个特征值小于 0，一个大于 0：沿一个方向向下弯，沿另一个方向向上弯。</translation>
    </message>
    <message>
        <source>One eigenvalue is above 0, one is 0: up one way, straight the other.</source>
        <translation>一个特征值大于 0，一个为 0：沿一个方向向上弯，沿另一个方向是直的。</translation>
    </message>
    <message>
        <source>One eigenvalue is below 0, one is 0: down one way, straight the other.</source>
        <translation>一个特征值小于 0，一个为 0：沿一个方向向下弯，沿另一个方向是直的。</translation>
    </message>
    <message>
        <source>The Hessian is 0: a plane, to second order.</source>
        <translation>海森矩阵为 0：到二阶为止是一个平面。</translation>
    </message>
    <message>
        <source>The Hessian is not finite here, so it has no eigenvalues.</source>
        <translation>这里的海森矩阵不是有限的，所以没有特征值。</translation>
    </message>
    <message>
        <source>The function has no finite value at this point; move it.</source>
        <translation>函数在这一点没有有限的值；请移动该点。</translation>
    </message>
    <message>
        <source>The slope is not finite at this point: the surface is infinitely steep, or ends.</source>
        <translation>这一点的斜率不是有限的：曲面在此无限陡，或到此为止。</translation>
    </message>
    <message>
        <source>The function is the same everywhere, so its gradient is 0 everywhere.</source>
        <translation>函数处处相同，所以它的梯度处处为 0。</translation>
    </message>
    <message>
        <source>A kink or a jump: there is no one gradient here; TensorFlow chooses one.</source>
        <translation>折痕或跳跃：这里没有唯一的梯度；TensorFlow 选取其中一个。</translation>
    </message>
    <message>
        <source>The gradient points straight up the slope, across the contour lines.</source>
        <translation>梯度指向最陡的上坡方向，与等高线垂直。</translation>
    </message>
    <message>
        <source>The gradient is 0: this is a minimum.</source>
        <translation>梯度为 0：这是极小值。</translation>
    </message>
    <message>
        <source>The gradient is 0: this is a maximum.</source>
        <translation>梯度为 0：这是极大值。</translation>
    </message>
    <message>
        <source>The gradient is 0, and yet this is neither minimum nor maximum.</source>
        <translation>梯度为 0，但这既不是极小值，也不是极大值。</translation>
    </message>
    <message>
        <source>The gradient is 0; whether this is a minimum, the Hessian cannot say.</source>
        <translation>梯度为 0；至于这是不是极小值，海森矩阵无法回答。</translation>
    </message>
    <message>
        <source>The tape says None, shown as 0: no differentiable operation leads from x and y to the value.</source>
        <translation>梯度带给出 None，这里显示为 0：从 x 和 y 到这个值没有可微的运算。</translation>
    </message>
    <message>
        <source>The outer tape says None, shown as 0: the gradient does not depend on the point.</source>
        <translation>外层梯度带给出 None，这里显示为 0：梯度与该点的位置无关。</translation>
    </message>
    <message>
        <source>The descent has left the picture; go back, or widen the ranges.</source>
        <translation>下降已离开图像；请返回，或扩大范围。</translation>
    </message>
    <message>
        <source>The function has no finite value anywhere in this picture; choose other ranges.</source>
        <translation>函数在这幅图像中处处没有有限的值；请选择别的范围。</translation>
    </message>
    <message>
        <source>The function is constant here: one colour, no contour lines, gradient 0.</source>
        <translation>函数在这里是常数：一种颜色，没有等高线，梯度为 0。</translation>
    </message>
    <message>
        <source>Hatched: no finite value there ({told} of the grid).</source>
        <translation>阴影线处：没有有限的值（占网格的 {told}）。</translation>
    </message>
    <message>
        <source>A function of two variables</source>
        <translation>一个二元函数</translation>
    </message>
    <message>
        <source>Nested tapes give the gradient and the Hessian at the point. They are printed, with the Hessian&apos;s eigenvalues and eigenvectors.</source>
        <translation>嵌套的梯度带给出该点的梯度和海森矩阵。打印的是它们，以及海森矩阵的特征值和特征向量。</translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>where the prediction is 0.5 and all other features are at their mean. Drag it.</source>
        <translation>是预测值为 0.5 且其余特征取均值的地方。可以拖动它。</translation>
    </message>
    <message>
        <source>where the prediction is 0.5. Drag it.</source>
        <translation>预测值为 0.5 之处。可以拖动。</translation>
    </message>
    <message>
        <source>W and b are no longer finite, so there is no line. Go back some steps.</source>
        <translation>W 和 b 已不是有限的数，因此没有直线。请后退几步。</translation>
    </message>
    <message>
        <source>W is 0, so every point gets the same prediction and there is no line.</source>
        <translation>W 为 0，所有点的预测值都相同，因此没有直线。</translation>
    </message>
    <message>
        <source>Take the next step apart: each press of ⇧→ runs one phase of it, ⇧← goes back.</source>
        <translation>把下一步拆开来看：每按一次 ⇧→ 运行一个阶段，按 ⇧← 后退。</translation>
    </message>
    <message>
        <source>While the tape records, every point is multiplied by W and b is added: {count} predictions. Above 0.5 means class 1.</source>
        <translation>在梯度带的记录下，每个点乘以 W 再加上 b，得到 {count} 个预测值。大于 0.5 即为类别 1。</translation>
    </message>
    <message>
        <source>Each distance of a prediction from its target is squared. The mean of these {count} is the loss: {loss}.</source>
        <translation>求出每个预测值与目标之差的平方。这 {count} 个平方的均值就是损失：{loss}。</translation>
    </message>
    <message>
        <source>The tape ran backwards: {operations}. The loss falls fastest against (grad_W, grad_b).</source>
        <translation>梯度带反向运行：{operations}。沿 (grad_W, grad_b) 的反方向，损失下降得最快。</translation>
    </message>
    <message>
        <source>W and b moved against their gradients, by the gradient times the learning rate {rate}. The step is taken.</source>
        <translation>W 和 b 沿各自梯度的反方向移动，移动量为梯度乘以学习率 {rate}。这一步完成了。</translation>
    </message>
    <message>
        <source>{optimizer} made the move of W and b from the gradients and from what it remembers. The step is taken.</source>
        <translation>{optimizer} 根据梯度和它记住的状态更新了 W 和 b。这一步完成了。</translation>
    </message>
    <message>
        <source>The step learns from all {count} points at once.</source>
        <translation>这一步同时从全部 {count} 个点中学习。</translation>
    </message>
    <message>
        <source>The step learns from {count} points, the next ones in this epoch&apos;s shuffled order.</source>
        <translation>这一步从 {count} 个点中学习，即本轮次打乱后的顺序中接下来的那些点。</translation>
    </message>
    <message>
        <source>Training, step by step</source>
        <translation>一步一步地训练</translation>
    </message>
    <message>
        <source>A linear classifier learns from these points, with a loop of its own: prediction, loss, gradients, update. The loss before every step is printed, then the accuracy and the line.</source>
        <translation>一个线性分类器用自己的循环从这些点中学习：预测、损失、梯度、更新。先打印每一步之前的损失，再打印精度和直线。</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>同一个对象</translation>
    </message>
    <message>
        <source>a new object</source>
        <translation>新的对象</translation>
    </message>
    <message>
        <source>the same memory</source>
        <translation>同一块内存</translation>
    </message>
    <message>
        <source>other memory</source>
        <translation>另一块内存</translation>
    </message>
    <message>
        <source>{changed} of {count} changed</source>
        <translation>{count} 个中有 {changed} 个改变</translation>
    </message>
    <message>
        <source>Gradient tapes watch it.</source>
        <translation>梯度带会监视它。</translation>
    </message>
    <message>
        <source>Gradient tapes do not watch it of their own accord.</source>
        <translation>梯度带不会自动监视它。</translation>
    </message>
    <message>
        <source>A variable holds a tensor that can be replaced: its values change, its shape and dtype stay.</source>
        <translation>变量持有一个可以替换的张量：值会改变，形状和 dtype 不变。</translation>
    </message>
    <message>
        <source>All of {name} was replaced, yet it is the same object: whoever holds it sees the new values.</source>
        <translation>{name} 的值全部被替换，但仍是同一个对象：持有它的地方都会看到新值。</translation>
    </message>
    <message>
        <source>Only this part was written; the rest of {name} was not touched.</source>
        <translation>只写入了这一部分；{name} 的其余部分没有变。</translation>
    </message>
    <message>
        <source>{method} is what {sign} is in Python, but for the same object: on a Tensor {sign} makes a new one.</source>
        <translation>{method} 相当于 Python 的 {sign}，但对象不变：对张量使用 {sign} 会创建新的张量。</translation>
    </message>
    <message>
        <source>A part of a variable has no {method}, only assign; so the new values are worked out first.</source>
        <translation>变量的一部分没有 {method}，只有 assign；因此先算出新值。</translation>
    </message>
    <message>
        <source>The memory is that of before.</source>
        <translation>内存仍是原来的。</translation>
    </message>
    <message>
        <source>TensorFlow took over the value&apos;s memory instead of copying it.</source>
        <translation>TensorFlow 接管了该值的内存，而没有复制。</translation>
    </message>
    <message>
        <source>The old memory is in use elsewhere, so the result lies in new memory.</source>
        <translation>原来的内存还在别处使用，因此结果放在新的内存中。</translation>
    </message>
    <message>
        <source>Beyond the range of {dtype}: {count} came in again at its other end, without an error.</source>
        <translation>超出 {dtype} 的范围：有 {count} 个值从另一端绕回，没有报错。</translation>
    </message>
    <message>
        <source>No element is different from before.</source>
        <translation>没有元素与之前不同。</translation>
    </message>
    <message>
        <source>A variable</source>
        <translation>一个变量</translation>
    </message>
    <message>
        <source>A variable and the calls that change it. Each value is printed: the start, and what every assignment made of it.</source>
        <translation>一个变量以及改变它的调用。每个值都会打印出来：初始值，以及每次赋值之后的值。</translation>
    </message>
    <message>
        <source>The workspace is empty.</source>
        <translation>工作区是空的。</translation>
    </message>
    <message>
        <source>{name} has no elements: one of its dimensions is 0.</source>
        <translation>{name} 没有元素：其中一个维度为 0。</translation>
    </message>
    <message>
        <source>Hover an element of {name} to see where its number comes from.</source>
        <translation>指向 {name} 的某个元素，查看这个数的由来。</translation>
    </message>
    <message>
        <source>{name} is random: Stats shows how its numbers are spread, and how theory expects them.</source>
        <translation>{name} 是随机的：“统计”显示这些数的分布以及理论分布。</translation>
    </message>
    <message>
        <source>Go on from {name}: type a line such as {example}, and Enter.</source>
        <translation>从 {name} 继续：输入一行，例如 {example}，然后按 Enter。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>The tensors of a workspace: each line makes one of them, from the ones before it. At the end all of them are printed.</source>
        <translation>工作区中的张量：每一行用前面的张量得出一个新张量，最后全部打印出来。</translation>
    </message>
</context>
</TS>
